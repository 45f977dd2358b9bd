package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Colleagues;
import dev.kefu.workflow.Leaders;
import dev.kefu.workflow.LostRaces;
import dev.kefu.workflow.OpenWork;
import dev.kefu.workflow.OpenWork.HeldTask;
import dev.kefu.workflow.Retries;
import dev.kefu.workflow.TaskNames;
import dev.kefu.workflow.TaskTransfers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.data.domain.Limit;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/**
 * The door for a leader who moves all that one person has in their hands, because they are away. Each task and each case
 * goes by itself, whole or not at all; what may not move stays, and the answer says why.
 */
@Service
public class HandOvers {

    /** So many tasks, and so many cases, go in one call. */
    static final int MOST = 1000;

    private static final String TASK_REASSIGNED = "TASK_REASSIGNED";

    private final OpenWork work;
    private final TaskTransfers transfers;
    private final CaseRecords records;
    private final CaseOwners owners;
    private final CaseFiles cases;
    private final Colleagues colleagues;
    private final Leaders leaders;
    private final TaskNames names;
    private final Retries retries;

    HandOvers(OpenWork work, TaskTransfers transfers, CaseRecords records, CaseOwners owners, CaseFiles cases,
            Colleagues colleagues, Leaders leaders, TaskNames names, Retries retries) {
        this.work = work;
        this.transfers = transfers;
        this.records = records;
        this.owners = owners;
        this.cases = cases;
        this.colleagues = colleagues;
        this.leaders = leaders;
        this.names = names;
        this.retries = retries;
    }

    /**
     * @param to           who takes it over; null if nobody is named
     * @param toGroup      the tasks go back to their groups; cases still go to whom {@code to} names
     * @param includeCases the cases that they answer for go, too
     * @param preview      nothing is moved, it is only said what would be
     */
    public record Asked(String from, @Nullable String to, boolean toGroup, boolean includeCases,
            @Nullable HandOverReason reason, boolean preview) {
    }

    /**
     * One task, or one case.
     *
     * @param taskId     null for a case
     * @param caseNumber null for a task without one
     * @param name       of the task; null for a case
     * @param reason     why it stayed; null if it moved
     */
    public record Item(@Nullable String taskId, @Nullable String caseNumber, @Nullable String name, @Nullable String reason) {
    }

    /**
     * @param besides how much else they have that the acting person does not lead
     * @param more    whether there is more to move than goes in one call
     */
    public record Outcome(List<Item> moved, List<Item> left, int besides, boolean more) {

        /** The same, reasons as somebody reads them. */
        public Outcome reading(UnaryOperator<String> words) {
            return new Outcome(reading(moved, words), reading(left, words), besides, more);
        }

        private static List<Item> reading(List<Item> items, UnaryOperator<String> words) {
            return items.stream().map(each -> because(words.apply(each.reason()), each)).toList();
        }
    }

    /**
     * @throws Forbidden     if the acting person leads nobody
     * @throws RuleViolation if it is not said from whom or to whom, or there is nobody of that name
     */
    public Outcome move(Asked asked) {
        var processes = leaders.requireProcesses();
        var tasks = work.heldBy(asked.from(), processes, MOST + 1);
        var owned = asked.includeCases() ? ownedBy(asked.from(), processes) : List.<CaseRecord>of();
        requireSense(asked, tasks.isEmpty() && owned.isEmpty());

        var outcome = new Outcome(new ArrayList<>(), new ArrayList<>(),
                work.heldBesides(asked.from(), processes)
                        + records.countByOwnerAndStatusAndKindNotIn(asked.from(), CaseStatus.OPEN, processes),
                tasks.size() > MOST || owned.size() > MOST);
        var told = new HashSet<String>();
        tasks.stream().limit(MOST).forEach(task -> keep(outcome, item(task),
                () -> moveTask(task, asked, told)));
        owned.stream().limit(MOST).forEach(file -> keep(outcome, new Item(null, file.getId(), null, null),
                () -> moveCase(file, asked, told)));
        return outcome;
    }

    private List<CaseRecord> ownedBy(String person, Set<String> kinds) {
        return records.findByOwnerAndStatusAndKindInOrderByOpenedAtAscCaseNumberAsc(person, CaseStatus.OPEN, kinds,
                Limit.of(MOST + 1));
    }

    private void requireSense(Asked asked, boolean hasNothing) {
        if (asked.from().isBlank() || hasNothing && colleagues.find(asked.from()).isEmpty()) {
            throw new RuleViolation("from", "input", asked.from().isBlank() ? "Say whose work is to be moved."
                    : "There is nobody of the name " + asked.from() + " here.");
        }
        if (asked.to() == null && !asked.toGroup()) {
            throw new RuleViolation("to", "input", "Say who takes the work over, or give it back to the groups.");
        }
        if (asked.from().equals(asked.to())) {
            throw new RuleViolation("to", "input", "They have it already; name somebody else.");
        }
        if (asked.to() != null && colleagues.find(asked.to()).isEmpty()) {
            throw new RuleViolation("to", "input", "There is nobody of the name " + asked.to() + " here.");
        }
    }

    private void keep(Outcome outcome, Item item, Runnable step) {
        try {
            step.run();
            outcome.moved().add(item);
        } catch (Conflict | Forbidden | NotFound | RuleViolation stays) {
            outcome.left().add(because(stays.getMessage(), item));
        } catch (RuntimeException failure) {
            if (!LostRaces.include(failure)) {
                throw failure;
            }
            outcome.left().add(because(LostRaces.MESSAGE, item));
        }
    }

    private Item item(HeldTask task) {
        return new Item(task.id(), task.caseNumber(), names.read(task.processDefinitionId(), task.key(), task.name()), null);
    }

    private static Item because(@Nullable String reason, Item item) {
        return new Item(item.taskId(), item.caseNumber(), item.name(), reason);
    }

    private void moveTask(HeldTask task, Asked asked, Set<String> told) {
        var to = asked.toGroup() ? null : asked.to();
        if (asked.preview()) {
            transfers.objection(task.id(), asked.from(), to).ifPresent(HandOvers::refuse);
            return;
        }
        retries.inTransaction(() -> {
            transfers.move(task.id(), asked.from(), to);
            if (task.caseNumber() != null && CaseNumber.isValid(task.caseNumber())) {
                var number = CaseNumber.of(task.caseNumber());
                cases.recordFact(number, TASK_REASSIGNED, task.name() + ": from " + asked.from()
                        + (to == null ? " back to the group." : " to " + to + "."));
                tell(number, asked, told);
            }
            return task;
        });
        told.add(task.caseNumber());
    }

    private void moveCase(CaseRecord file, Asked asked, Set<String> told) {
        if (asked.to() == null) {
            refuse("A case needs one person who answers for it; name who takes it over.");
        } else if (asked.preview()) {
            owners.objectionTo(asked.to(), file.kind()).ifPresent(HandOvers::refuse);
        } else {
            retries.inTransaction(() -> {
                requireStillTheirs(file, asked.from());
                owners.hand(file.number(), asked.to(), told.contains(file.getId()) ? null : asked.reason());
                return file;
            });
        }
    }

    /** Whoever was handed the case meanwhile keeps it. */
    private void requireStillTheirs(CaseRecord file, String from) {
        if (records.findById(file.getId()).filter(now -> now.owner().equals(from)).isEmpty()) {
            refuse("Somebody else answers for it meanwhile.");
        }
    }

    /** Once for each case, however many of its tasks move. */
    private void tell(CaseNumber number, Asked asked, Set<String> told) {
        if (asked.reason() != null && !told.contains(number.value())) {
            asked.reason().writeTo(cases, number);
        }
    }

    private static void refuse(String reason) {
        throw new Conflict(reason);
    }
}
