package dev.kefu.shared;

import java.util.List;
import java.util.Set;

/**
 * What one module holds about a customer (CUS-4): for showing it masked, for handing it over, and for erasing it. Every
 * module that keeps what customers are called, how they are reached, or what people wrote about them, has one.
 */
public interface PersonalData {

    /** The name of its part in what is handed over. */
    String part();

    /** The names, phone numbers, addresses of the customer as they are spelt here; empty if this module knows none. */
    default Set<String> wordsFor(String customerId) {
        return Set.of();
    }

    /** Everything held about the customer, to be written as JSON; empty if nothing is. */
    List<?> heldAbout(String customerId);

    /** Why the customer can't be erased yet, in sentences that name the case; empty if nothing stands against it. */
    default List<String> objectionsToErasing(String customerId) {
        return List.of();
    }

    /**
     * Removes who the customer is and what people wrote; keeps what happened, when, by which employee, and the money.
     * Again changes nothing.
     */
    void erase(Erasure erasure);
}
