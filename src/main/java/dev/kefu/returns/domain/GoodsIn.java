package dev.kefu.returns.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.TimelineEntry;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.SearchKey;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.Processes.OpenTask;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the warehouse learns of a parcel in its hands (RET-4): whose return it is, whether anybody waits for it, and what is to
 * be done with it. That it is here is told to the case by the message {@link #PARCEL_ARRIVED}.
 */
@Service
@Transactional(readOnly = true)
public class GoodsIn {

    /** The goods are in the warehouse. */
    public static final String PARCEL_ARRIVED = "return-parcel-arrived";

    private static final String INSPECTION = "inspectGoods";
    private static final Set<String> ARRIVALS = Set.of("PARCEL_ARRIVED", "LATE_PARCEL_ARRIVED");
    private static final int LONGEST = 200;

    private final ReturnNumbers numbers;
    private final CaseFiles cases;
    private final Processes processes;
    private final Actors actors;

    GoodsIn(ReturnNumbers numbers, CaseFiles cases, Processes processes, Actors actors) {
        this.numbers = numbers;
        this.cases = cases;
        this.processes = processes;
        this.actors = actors;
    }

    /** Why the arrival of a parcel can't be told to its case now. */
    public enum Unexpected {
        /** Nobody has let the return in yet. */
        NOT_APPROVED,
        /** Nobody has noted yet how the goods come back. */
        NOT_ARRANGED,
        STAYS_WITH_CUSTOMER, REJECTED, HERE_ALREADY,
        /** It came after the return had ended, and has a case of its own. */
        LATER_CASE,
        OVER, NOT_WAITING
    }

    /** When the parcel came in, and who said so. */
    public record Arrival(OffsetDateTime at, String by) {
    }

    /** @param assignee who has it; null while anybody of its groups may take it */
    public record Task(String id, String key, String name, @Nullable String assignee) {
    }

    /**
     * A return whose goods may be in the parcel.
     *
     * @param rma       null before the return is approved
     * @param goods     what should be in it: {@code "2 × Thermos cup; 1 × Kettle"}
     * @param expected  whether the acting person may tell now that it is here
     * @param whyNot    null if it is expected
     * @param arrival   null if it never came in
     * @param laterCase the case of a parcel that came late
     * @param task      the inspection or, without one, the task of the case that the acting person may do next
     */
    @JsonInclude(Include.NON_NULL)
    public record Expected(String caseNumber, @Nullable String rma, String orderNumber, String goods, ReturnStatus state,
            boolean expected, @Nullable Unexpected whyNot, @Nullable Arrival arrival, @Nullable String laterCase,
            @Nullable Task task) {
    }

    /**
     * The returns that the code names; those that wait for it first, then the newest.
     *
     * @param code RMA, case number or tracking number, as it was typed or scanned
     * @throws RuleViolation on {@code code} if there is nothing in it to look for
     * @throws dev.kefu.shared.Forbidden if the acting person takes in no goods
     */
    public List<Expected> of(@Nullable String code) {
        actors.requireAnyOf(Groups.WAREHOUSE, Groups.RETURNS_SPECIALISTS);
        var key = code == null || code.length() > LONGEST ? null : SearchKey.ofNumber(code);
        if (key == null) {
            throw new RuleViolation("code", "input", "Scan or type the RMA, the case number or the parcel's tracking number.");
        }
        return numbers.ofParcel(key).stream().map(this::expected)
                .sorted(Comparator.comparing(Expected::expected).thenComparing(Expected::caseNumber).reversed()).toList();
    }

    private Expected expected(ReturnCase goods) {
        var number = goods.number();
        var awaited = processes.awaited(number, Returns.KIND).contains(PARCEL_ARRIVED);
        return new Expected(number.value(), goods.rma(), goods.asked().orderNumber(), GoodsInWords.of(goods), goods.status(),
                awaited, awaited ? null : whyNot(goods),
                cases.get(number).timeline().stream().filter(entry -> ARRIVALS.contains(entry.what()))
                        .reduce((first, last) -> last).map(GoodsIn::arrival).orElse(null),
                goods.lateCase(), task(processes.openTasks(number)).orElse(null));
    }

    private static Unexpected whyNot(ReturnCase goods) {
        if (goods.lateCase() != null) {
            return Unexpected.LATER_CASE;
        }
        if (goods.journey().isArrived()) {
            return Unexpected.HERE_ALREADY;
        }
        return switch (goods.status()) {
            case REQUESTED -> Unexpected.NOT_APPROVED;
            case APPROVED -> Unexpected.NOT_ARRANGED;
            case GOODS_STAY -> Unexpected.STAYS_WITH_CUSTOMER;
            case REJECTED -> Unexpected.REJECTED;
            case ON_THE_WAY, WITHDRAWN_ON_THE_WAY -> Unexpected.NOT_WAITING;
            default -> Unexpected.OVER;
        };
    }

    private static Arrival arrival(TimelineEntry entry) {
        return new Arrival(entry.at(), entry.who());
    }

    private Optional<Task> task(List<OpenTask> open) {
        return open.stream().filter(each -> each.key().equals(INSPECTION)).findFirst()
                .or(() -> open.stream().filter(this::isForMe).findFirst())
                .map(each -> new Task(each.id(), each.key(), each.name(), each.assignee()));
    }

    private boolean isForMe(OpenTask task) {
        return task.assignee() == null ? actors.isIn(task.groups().toArray(String[]::new))
                : task.assignee().equals(actors.current());
    }
}
