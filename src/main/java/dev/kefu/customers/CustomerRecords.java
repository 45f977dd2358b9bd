package dev.kefu.customers;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRecords extends Repository<Customer, String> {

    Customer save(Customer customer);

    /** In words, because Hibernate translates what is derived from a name anew each time. */
    @Query("select c from Customer c where c.customerId = :customerId")
    Optional<Customer> findByCustomerId(String customerId);

    /** The file with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.customerId = :customerId")
    Optional<Customer> hold(String customerId);

    List<Customer> findByCustomerIdIn(Collection<String> customerIds);
}
