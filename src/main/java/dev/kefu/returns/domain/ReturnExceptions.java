package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.people.People;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
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
    private final People people;
    private final Actors actors;
    private final Clock clock;

    ReturnExceptions(ReturnCases returns, CaseFiles cases, People people, Actors actors, Clock clock) {
        this.returns = returns;
        this.cases = cases;
        this.people = people;
        this.actors = actors;
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

    /** @throws RuleViolation if nobody is left who could decide */
    String groupFor(ReturnCase goods) {
        return people.groupWithSomebodyElse(Groups.SUPERVISORS, askersOf(goods))
                .orElseThrow(() -> new RuleViolation("exceptionGroup", "ORG-4", "Nobody but the askers is in "
                        + Groups.inWords(Groups.SUPERVISORS) + " or above; add somebody who can decide on exceptions."));
    }

    /** @throws RuleViolation if the acting person asked for it, or is none of those who decide */
    void requireDecider(ReturnCase goods) {
        if (askersOf(goods).contains(actors.current())) {
            throw new RuleViolation("granted", "ORG-4", actors.current()
                    + " asked for this exception; somebody else has to decide on it.");
        }
        if (!actors.isIn(groupFor(goods))) {
            throw new RuleViolation("granted", "RET-2", "Exceptions of this return are decided by " + Groups.inWords(groupFor(goods)) + ".");
        }
    }
}
