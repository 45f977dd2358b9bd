package dev.kefu.customers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the customer files (CUS-4). */
@Service
@Transactional
public class Customers {

    private final CustomerRecords records;

    Customers(CustomerRecords records) {
        this.records = records;
    }

    /** Notes what a stored order tells of its customer; an older order than the known ones changes no contact. */
    public void register(Sighting sighting) {
        registerAll(List.of(sighting));
    }

    /** As {@link #register}, for many orders at once. */
    public void registerAll(Collection<Sighting> sightings) {
        var ids = sightings.stream().map(Sighting::customerId).collect(Collectors.toSet());
        var known = records.findByCustomerIdIn(ids).stream()
                .collect(Collectors.toMap(Customer::getId, Function.identity()));
        // In the order of their ids, so that two imports at once don't wait for each other crosswise.
        var byCustomer = sightings.stream()
                .collect(Collectors.groupingBy(Sighting::customerId, TreeMap::new, Collectors.toList()));
        byCustomer.forEach((id, ofOne) -> {
            var customer = known.containsKey(id) ? known.get(id) : records.save(Customer.firstSeen(ofOne.get(0)));
            ofOne.forEach(customer::seenAgain);
        });
    }

    @Transactional(readOnly = true)
    public Optional<CustomerFile> find(String customerId) {
        return records.findByCustomerId(customerId).map(Customer::file);
    }
}
