package dev.kefu.customers;

import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who a customer is in their file (CUS-4). */
@Component
@Transactional
class FileOfCustomer implements PersonalData {

    private final CustomerRecords records;
    private final Clock clock;

    FileOfCustomer(CustomerRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "customer";
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> wordsFor(String customerId) {
        return records.findByCustomerId(customerId).stream().map(Customer::contact).flatMap(Contact::words)
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CustomerFile> heldAbout(String customerId) {
        return records.findByCustomerId(customerId).map(Customer::file).stream().toList();
    }

    @Override
    public void erase(Erasure erasure) {
        records.findByCustomerId(erasure.customerId()).ifPresent(customer -> customer.erase(clock.instant()));
    }
}
