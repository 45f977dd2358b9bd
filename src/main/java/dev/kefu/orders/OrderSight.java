package dev.kefu.orders;

import dev.kefu.cases.CaseAccess;
import dev.kefu.customers.Contact;
import dev.kefu.shared.Forbidden;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** How much of a customer somebody sees in their orders, and by what they may look for one (CUS-4). */
@Component
public class OrderSight {

    private static final String[] TELLERS = {Groups.INTEGRATIONS, Groups.ORDER_CLERKS};

    private final CaseAccess access;
    private final Actors actors;

    OrderSight(CaseAccess access, Actors actors) {
        this.access = access;
        this.actors = actors;
    }

    /** @throws Forbidden if the acting person is none of those who tell us orders */
    public void requireTeller() {
        actors.requireAnyOf(TELLERS);
    }

    /** The consignee as the acting person may see them: those who tell orders know them, everybody else needs cases for it. */
    public Contact of(Contact consignee) {
        return actors.isIn(TELLERS) || access.knowsCustomers() ? consignee : consignee.masked();
    }

    /**
     * How the acting person sees the customers of the orders that they find.
     *
     * @param ways what {@link #ways} said
     */
    UnaryOperator<Contact> inLists(Set<FoundBy> ways) {
        return ways.contains(FoundBy.NAME) ? UnaryOperator.identity() : Contact::masked;
    }

    /**
     * By what the acting person may look for orders.
     *
     * @throws Forbidden if by nothing: to look through customers one has to work on what they bought, or look on
     */
    Set<FoundBy> ways() {
        access.requireStaff();
        if (actors.isIn(TELLERS) || access.knowsCustomersBeside(Groups.WAREHOUSE)) {
            return EnumSet.allOf(FoundBy.class);
        }
        // Whom a name or a telephone finds is known, however masked the answer is
        if (access.looksOn()) {
            return EnumSet.complementOf(EnumSet.of(FoundBy.NAME, FoundBy.PHONE));
        }
        // Who has no more of an order in hand than its parcel need not learn whose it is
        if (actors.isIn(Groups.WAREHOUSE)) {
            return EnumSet.of(FoundBy.RMA, FoundBy.TRACKING_NUMBER);
        }
        throw new Forbidden("Orders are looked for by those who work on what customers bought.");
    }
}
