package dev.kefu.stockouts.web;

import static dev.kefu.shared.ShopTime.local;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kefu.language.HouseWords;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.stockouts.bulk.OpeningStatus;
import dev.kefu.stockouts.bulk.Run;
import dev.kefu.stockouts.bulk.RunOrder;
import dev.kefu.stockouts.bulk.RunRequest;
import dev.kefu.stockouts.bulk.RunStatus;
import dev.kefu.stockouts.bulk.StockOutRuns;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock-outs in bulk over HTTP: one article is short, and each order that waits for it gets its case in the background. */
@RestController
@Tag(name = "Stock-outs in bulk", description = "One article is short, many orders get a case each")
@RequestMapping("/api/stock-outs/runs")
class StockOutRunController {

    private static final String[] STARTERS = {Groups.WAREHOUSE, Groups.AGENTS, Groups.TEAM_LEADERS, Groups.MANAGERS,
            Groups.SUPERVISORS};
    private static final String[] READERS = Stream.of(Stream.of(STARTERS), Groups.CUSTOMER_STAFF.stream(),
            Stream.of(Groups.AFTER_SALES_SUPERVISORS, Groups.ORDER_CLERKS, Groups.AUDITORS))
            .flatMap(each -> each).distinct().toArray(String[]::new);
    private static final int LONGEST_KEY = 255;
    private static final int ALL = Integer.MAX_VALUE;

    private final StockOutRuns runs;
    private final Actors actors;
    private final Retries retries;
    private final HouseWords words;
    private final Clock clock;

    StockOutRunController(StockOutRuns runs, Actors actors, Retries retries, HouseWords words, Clock clock) {
        this.runs = runs;
        this.actors = actors;
        this.retries = retries;
        this.words = words;
        this.clock = clock;
    }

    /** @param orderNumbers absent for every order that waits for the article */
    record RunBody(@Nullable String sku, @Nullable String cause, @Nullable List<String> orderNumbers) {
    }

    record RunAnswer(String id, String sku, String cause, String startedBy, OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt, @Nullable String stoppedBy, RunStatus status, int total, int done, int opened,
            int skipped, int refused) {
    }

    /** @param status {@code STOPPED} where it was not their turn before the run was stopped */
    record OrderAnswer(String orderNumber, String status, @Nullable String caseNumber, @Nullable String reason) {
    }

    /** @param run its fields stand beside the orders */
    record WholeRun(@JsonUnwrapped RunAnswer run, List<OrderAnswer> orders) {
    }

    /** Answers at once; the cases follow. The same key of the same person gives the same run. */
    @PostMapping
    ResponseEntity<RunAnswer> begin(@RequestBody RunBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        actors.requireAnyOf(STARTERS);
        if (key != null && (Text.isBlank(key) || key.length() > LONGEST_KEY || !Text.isVisible(key))) {
            throw new RuleViolation("Idempotency-Key", "input",
                    "Idempotency-Key has more than " + LONGEST_KEY + " characters, or some that can't be shown.");
        }
        var request = RunRequest.of(body.sku(), body.cause(), body.orderNumbers());
        var run = answer(retries.inTransaction(() -> runs.begin(request, key)));
        return ResponseEntity.accepted().location(URI.create("/api/stock-outs/runs/" + run.id())).body(run);
    }

    @GetMapping
    List<RunAnswer> all() {
        actors.requireAnyOf(READERS);
        return runs.all().stream().map(this::answer).toList();
    }

    /**
     * @param from how many orders are left out at the beginning: whoever follows the run has them already
     * @param most how many orders are told, null for all that follow
     */
    @GetMapping("/{id}")
    WholeRun get(@PathVariable String id, @RequestParam(defaultValue = "0") int from,
            @RequestParam(required = false) @Nullable Integer most) {
        actors.requireAnyOf(READERS);
        return whole(runs.find(number(id)), Math.max(0, from), most == null ? ALL : Math.max(0, most));
    }

    @PostMapping("/{id}/stop")
    WholeRun stop(@PathVariable String id) {
        actors.requireAnyOf(Groups.SUPERVISORS);
        return whole(retries.inTransaction(() -> runs.stop(number(id))), 0, ALL);
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("There is no run " + id + ".");
        }
        return Long.parseLong(id);
    }

    private RunAnswer answer(Run run) {
        return new RunAnswer(String.valueOf(run.id()), run.sku(), run.cause(), run.startedBy(), local(run.startedAt(), clock),
                run.finishedAt() == null ? null : local(run.finishedAt(), clock), run.stoppedBy(), run.status(), run.total(),
                run.done(), run.opened(), run.skipped(), run.refused());
    }

    private WholeRun whole(Run run, int from, int most) {
        return new WholeRun(answer(run), runs.ordersOf(run.id(), from, most).stream().map(each -> order(run, each)).toList());
    }

    private OrderAnswer order(Run run, RunOrder order) {
        var isLeft = order.status() == OpeningStatus.TO_DO && run.status() == RunStatus.STOPPED;
        return new OrderAnswer(order.orderNumber(), isLeft ? RunStatus.STOPPED.name() : order.status().name(), order.caseNumber(),
                words.readIfSaid(order.reason()));
    }
}
