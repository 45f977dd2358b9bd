package dev.kefu.parcels.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import dev.kefu.stock.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses to which parcels went instead, and what people wrote about what came home (CUS-4). */
@Component
@Transactional
class ParcelCasesOfCustomer implements PersonalData {

    private final ParcelCases parcels;
    private final CaseFiles cases;

    ParcelCasesOfCustomer(ParcelCases parcels, CaseFiles cases) {
        this.parcels = parcels;
        this.cases = cases;
    }

    record Held(String caseNumber, @Nullable NewAddress newAddress, List<Finding> findings) {
    }

    @Override
    public String part() {
        return "parcels";
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> wordsFor(String customerId) {
        return of(customerId).map(ParcelCase::newAddress).filter(address -> address != null)
                .flatMap(address -> Stream.of(address.street(), address.postcode()))
                .filter(word -> word != null && !word.isBlank()).collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldAbout(String customerId) {
        return of(customerId).map(parcel -> new Held(parcel.number().value(), typed(parcel), parcel.home().findings())).toList();
    }

    @Override
    public void erase(Erasure erasure) {
        of(erasure.customerId()).forEach(parcel -> parcel.erase(erasure));
    }

    @Nullable
    private static NewAddress typed(ParcelCase parcel) {
        var address = parcel.newAddress();
        return address == null ? null : new NewAddress(address.province(), address.city(), address.district(), address.street(),
                address.postcode());
    }

    private Stream<ParcelCase> of(String customerId) {
        return cases.ofCustomer(customerId).stream().map(file -> CaseNumber.of(file.caseNumber()))
                .map(number -> parcels.findById(number.value())).flatMap(Optional::stream);
    }
}
