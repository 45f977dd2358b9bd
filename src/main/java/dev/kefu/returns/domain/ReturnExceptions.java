package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.people.Deciders;
import dev.kefu.shared.Conflict;
import dev.kefu.workflow.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is let in beside the policy: who decides on it, and how often it happened to a customer (RET-2, RET-7, ORG-4). */
@Component
class ReturnExceptions {

    private final ReturnCases returns;
    private final CaseFiles cases;
    private final Deciders deciders;
    private final Clock clock;

    ReturnExceptions(ReturnCases returns, CaseFiles cases, Deciders deciders, Clock clock) {
        this.returns = returns;
        this.cases = cases;
        this.deciders = deciders;
        this.clock = clock;
    }

    /** Exceptions and refunds without return of the customer, in this calendar year of the shop. */
    int thisYear(String customerId) {
        var newYear = LocalDate.now(clock).withDayOfYear(1).atStartOfDay(clock.getZone());
        return returns.countExceptions(customerId,
                newYear.toInstant(), newYear.plusYears(1).toInstant());
    }

    /** Nobody else counts or decides for this customer until the transaction ends. */
    void holdCountOf(String customerId) {
        returns.holdOpenOf(customerId, Stream.of(ReturnStatus.values()).filter(status -> !status.isOver()).toList());
    }

    Set<String> askersOf(ReturnCase goods) {
        return Stream.of(goods.review().exceptionAskedBy(), cases.openerOf(goods.number()))
                .filter(person -> person != null).collect(Collectors.toSet());
    }

    /**
     * An exception was asked for: supervisors decide on it or, if nobody but the askers is among them, the next higher group.
     *
     * @throws dev.kefu.shared.RuleViolation if nobody is left who could decide
     */
    void ask(ReturnCase goods) {
        goods.review().askGroup(groupFor(goods));
    }

    /** @throws dev.kefu.shared.RuleViolation if the acting person asked for it, or is none of those who decide */
    void requireDecider(ReturnCase goods) {
        var group = goods.review().exceptionGroup();
        if (goods.review().exception() != ExceptionRequest.ASKED) {
            throw new Conflict("No exception is asked for.");
        }
        // Of what was asked before cases kept the group: whoever would be asked now
        deciders.requireDecider(group != null ? group : groupFor(goods), askersOf(goods), "granted", "RET-2");
    }

    private String groupFor(ReturnCase goods) {
        return deciders.groupFor(Groups.SUPERVISORS, askersOf(goods), "exceptionGroup");
    }
}
