package dev.kefu.cases;

import java.util.Optional;

/** The orders that cases are about; the module that keeps them has it. */
public interface CaseOrders {

    /** Empty if the case is about none. Nothing in it says who the customer is. */
    Optional<CaseOrder> of(SeenCase seen);
}
