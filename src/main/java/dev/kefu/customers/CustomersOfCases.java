package dev.kefu.customers;

import dev.kefu.cases.CaseCustomer;
import dev.kefu.cases.CaseCustomers;
import dev.kefu.cases.SeenCase;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customers as those see them who look at a case (CUS-4). */
@Component
@Transactional(readOnly = true)
class CustomersOfCases implements CaseCustomers {

    private final CustomerRecords records;
    private final Clock clock;

    CustomersOfCases(CustomerRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Optional<CaseCustomer> of(SeenCase seen) {
        return Optional.ofNullable(seen.file().customerId()).flatMap(records::findByCustomerId).map(Customer::file)
                .map(file -> {
                    var who = seen.isInFull() ? file.contact() : file.contact().masked();
                    return new CaseCustomer(file.customerId(), who.name(), who.phone(), who.email(),
                            file.knownSince().atZone(clock.getZone()).toOffsetDateTime());
                });
    }

    @Override
    public Map<String, String> maskedNames(Collection<String> customerIds) {
        return customerIds.isEmpty() ? Map.of() : records.findByCustomerIdIn(customerIds).stream()
                .collect(Collectors.toMap(Customer::getId, customer -> customer.contact().maskedName()));
    }
}
