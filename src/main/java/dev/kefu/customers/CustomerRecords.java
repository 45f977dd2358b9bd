package dev.kefu.customers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CustomerRecords extends Repository<Customer, String> {

    Customer save(Customer customer);

    Optional<Customer> findByCustomerId(String customerId);

    List<Customer> findByCustomerIdIn(Collection<String> customerIds);
}
