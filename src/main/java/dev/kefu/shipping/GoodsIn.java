package dev.kefu.shipping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.TimelineEntry;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.SearchKey;
import dev.kefu.shipping.IncomingGoods.Incoming;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.Processes.OpenTask;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the warehouse learns of a parcel in its hands (RET-4, PAR-3): whose it is, whether anybody waits for it, and what is to
 * be done with it. That it is here is told to the case by the message that stands in the answer.
 */
@Service
@Transactional
public class GoodsIn {

    private static final int LONGEST = 200;
    /** The case waits for the parcel, and others tell it that it is here. */
    private static final String FOR_OTHERS = "FOR_OTHERS";

    private final ObjectProvider<IncomingGoods> sources;
    private final CaseFiles cases;
    private final Processes processes;
    private final Actors actors;

    GoodsIn(ObjectProvider<IncomingGoods> sources, CaseFiles cases, Processes processes, Actors actors) {
        this.sources = sources;
        this.cases = cases;
        this.processes = processes;
        this.actors = actors;
    }

    /**
     * @param at in the shop's zone
     * @param by user id
     */
    public record Arrival(OffsetDateTime at, String by) {
    }

    /** @param assignee null while nobody has taken it */
    @JsonInclude(Include.NON_NULL)
    public record Task(String id, String key, String name, @Nullable String assignee) {
    }

    /**
     * Goods that may be in the parcel.
     *
     * @param message   what tells the case that its parcel is here
     * @param fields    what is to be said with it, such as which parcel of the case it is
     * @param rma       null if the case has none
     * @param state     what has happened to the case so far, as a code
     * @param expected  whether the acting person may tell now that it is here
     * @param whyNot    as a code; null if it is expected
     * @param arrival   null if it never came in
     * @param laterCase the case of a parcel that came late
     * @param task      what comes when the goods are here or, without it, the task of the case that the acting person may do next
     */
    @JsonInclude(Include.NON_NULL)
    public record Expected(String caseNumber, String kind, String message, Map<String, String> fields, @Nullable String rma,
            String orderNumber, String goods, String state, boolean expected, @Nullable String whyNot, @Nullable Arrival arrival, @Nullable String laterCase,
            @Nullable Task task) {
    }

    /**
     * The cases that the code names; those that wait for it first, then the newest.
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
        return sources.stream().flatMap(source -> source.of(key).stream()).map(this::expected)
                .sorted(Comparator.comparing(Expected::expected).thenComparing(Expected::caseNumber).reversed()).toList();
    }

    private Expected expected(Incoming goods) {
        var number = goods.caseNumber();
        var expected = goods.mayCome() && processes.awaited(number, goods.kind()).contains(goods.message());
        return new Expected(number.value(), goods.kind(), goods.message(), goods.fields(), goods.rma(), goods.orderNumber(), goods.goods(),
                goods.state(), expected, expected ? null : whyNot(goods),
                cases.get(number).timeline().stream().filter(entry -> goods.arrivals().contains(entry.what()))
                        .reduce((first, last) -> last).map(GoodsIn::arrival).orElse(null),
                goods.laterCase(), task(goods, processes.openTasks(number)).orElse(null));
    }

    private String whyNot(Incoming goods) {
        return goods.mayCome() && processes.isAwaited(goods.caseNumber(), goods.kind(), goods.message()) ? FOR_OTHERS : goods.whyNot();
    }

    private static Arrival arrival(TimelineEntry entry) {
        return new Arrival(entry.at(), entry.who());
    }

    private Optional<Task> task(Incoming goods, List<OpenTask> open) {
        return open.stream().filter(each -> each.key().equals(goods.task())).findFirst()
                .or(() -> open.stream().filter(this::isForMe).findFirst())
                .map(each -> new Task(each.id(), each.key(), each.name(), each.assignee()));
    }

    private boolean isForMe(OpenTask task) {
        return task.assignee() == null ? actors.isIn(task.groups().toArray(String[]::new))
                : task.assignee().equals(actors.current());
    }
}
