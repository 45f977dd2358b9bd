package dev.kefu.cases;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Who the customers of cases are; the module that keeps their files has it. */
public interface CaseCustomers {

    /** Masked where the case is seen masked; empty if the case has no customer. */
    Optional<CaseCustomer> of(SeenCase seen);

    /** By customer, always masked: for lists, which are read over shoulders. */
    Map<String, String> maskedNames(Collection<String> customerIds);
}
