package dev.kefu.cases.web;

import static dev.kefu.shared.ShopTime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kefu.cases.Attachment;
import dev.kefu.cases.CaseAccess;
import dev.kefu.cases.CaseAttachments;
import dev.kefu.cases.CaseCustomer;
import dev.kefu.cases.CaseDeadline;
import dev.kefu.cases.CaseFacts;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.CaseLetter;
import dev.kefu.cases.CaseLetters;
import dev.kefu.cases.CaseNeighbours;
import dev.kefu.cases.CaseNotes;
import dev.kefu.cases.CaseOrder;
import dev.kefu.cases.CaseStatus;
import dev.kefu.cases.SeenCase;
import dev.kefu.cases.Sight;
import dev.kefu.cases.TimelineEntry;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP: start, look up, tell what has happened, note. */
@RestController
@RequestMapping("/api/cases")
@Validated
@Tag(name = "Cases", description = "Start, look up, search, tell what has happened, note")
class CaseController {

    private static final String RETURN = """
            {"orderNumber": "SO-1001", "lines": [{"line": 2, "quantity": 1}], "reason": "DEFECTIVE", "resolution": "REFUND"}
            """;

    private final CaseFiles cases;
    private final CaseStarts starts;
    private final Processes processes;
    private final CaseAccess access;
    private final CaseNotes notes;
    private final CaseAttachments attachments;
    private final CaseLetters letters;
    private final List<CaseFacts> facts;
    private final HouseFacts house;
    private final CaseSurroundings around;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Retries retries;
    private final Clock clock;

    CaseController(CaseFiles cases, CaseStarts starts, Processes processes, CaseAccess access,
            CaseNotes notes, CaseAttachments attachments, CaseLetters letters, List<CaseFacts> facts, HouseFacts house,
            CaseSurroundings around, TransactionTemplate transaction, ObjectMapper json, Retries retries, Clock clock) {
        this.cases = cases;
        this.starts = starts;
        this.processes = processes;
        this.access = access;
        this.notes = notes;
        this.attachments = attachments;
        this.letters = letters;
        this.facts = facts;
        this.house = house;
        this.around = around;
        this.transaction = transaction;
        this.json = json;
        this.retries = retries;
        this.clock = clock;
    }

    record Started(String caseNumber, String processInstanceId) {
    }

    record Note(@NotBlank @Size(max = CaseNotes.LONGEST) String text) {
    }

    /** @param key the task's id in the model */
    record TaskView(String id, String key, String name, @Nullable String assignee, List<String> groups,
            OffsetDateTime createdAt, @Nullable OffsetDateTime dueAt) {
    }

    /**
     * @param actions    the messages that the caller may send now
     * @param sight      whether the caller sees everything, or all but who the customer is
     * @param mayAdd     whether the caller may note something, or add a file
     * @param now        by the clock that says what is late
     * @param deadlines  what the case waits for besides its tasks
     * @param neighbours other cases of the customer, and those that belong to this one
     * @param people     names by user id
     * @param mayHandOver whether the caller may make somebody else its owner
     * @param largestFile how many bytes a file has at most
     */
    record CaseView(String caseNumber, String kind, CaseStatus status, @Nullable String outcome,
            @Nullable String orderNumber, @Nullable String customerId, @Nullable String rma, String owner,
            OffsetDateTime openedAt, @Nullable OffsetDateTime closedAt, @Nullable String parent,
            List<String> related, Object facts, List<TaskView> tasks, List<String> actions,
            List<Attachment> attachments, List<CaseLetter> letters, List<TimelineEntry> timeline, String openedBy,
            Sight sight, boolean mayAdd, OffsetDateTime now, @Nullable CaseOrder order, @Nullable CaseCustomer customer,
            CaseNeighbours neighbours, List<CaseDeadline> deadlines, Map<String, String> people,
            boolean mayHandOver, long largestFile) {
    }

    @PostMapping("/{processKey}")
    @ResponseStatus(HttpStatus.CREATED)
    Started start(@PathVariable String processKey,
            @RequestBody @Schema(example = RETURN) Map<String, Object> variables,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = 255) String key) {
        var started = starts.start(processKey, variables, Optional.ofNullable(key));
        return new Started(started.caseNumber().value(), started.processInstanceId());
    }

    @GetMapping("/{caseNumber}")
    CaseView get(@PathVariable String caseNumber) {
        // In one transaction, so that what several parts of the view need is read once
        return transaction.execute(status -> view(number(caseNumber)));
    }

    @PostMapping("/{caseNumber}/messages/{message}")
    CaseView tell(@PathVariable String caseNumber, @PathVariable String message,
            @RequestBody(required = false) @Schema(example = "{}") Map<String, Object> fields) {
        return retries.inTransaction(() -> {
            var file = cases.get(number(caseNumber));
            processes.tell(file.caseNumber(), file.kind(), message, fields == null ? Map.of() : fields);
            return view(file.caseNumber());
        });
    }

    @PostMapping("/{caseNumber}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView note(@PathVariable String caseNumber, @RequestBody @Validated Note note) {
        var number = number(caseNumber);
        return retries.inTransaction(() -> {
            notes.add(number, note.text());
            return view(number);
        });
    }

    private CaseView view(CaseNumber number) {
        var seen = access.see(number);
        var file = seen.file();
        var tasks = processes.openTasks(number);
        var attached = attachments.of(seen);
        var own = facts.stream().filter(each -> each.kind().equals(file.kind())).findFirst();
        return new CaseView(number.value(), file.kind(), file.status(), file.outcome(), file.orderNumber(),
                file.customerId(), own.map(each -> each.rmaOf(number)).orElse(null), file.owner(), file.openedAt(),
                file.closedAt(), file.parent() == null ? null : file.parent().value(),
                file.related().stream().map(CaseNumber::value).toList(),
                own.map(each -> house.read(as(seen, each.factsOf(number)))).orElse(Map.of()),
                tasks.stream().map(this::taskView).toList(),
                processes.awaited(number, file.kind()),
                attached,
                house.read(letters.of(seen)),
                file.timeline().stream().map(entry -> entry.reading(seen.words())).toList(),
                file.openedBy(), seen.isInFull() ? Sight.FULL : Sight.MASKED, access.mayAddTo(seen), OffsetDateTime.now(clock),
                around.orderOf(seen), around.customerOf(seen), around.neighboursOf(seen),
                own.map(each -> each.deadlinesOf(number)).orElse(List.of()), around.peopleIn(file, tasks, attached),
                around.mayHandOver(seen), attachments.largest());
    }

    /** Facts are records of many kinds; for those who don't work on the case every text in them is masked. */
    private Object as(SeenCase seen, Object facts) {
        return seen.isInFull() ? facts : masked(json.valueToTree(facts), seen.words());
    }

    private JsonNode masked(JsonNode node, UnaryOperator<String> words) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(field -> object.set(field, masked(object.get(field), words)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i), words));
            }
        }
        return node.isTextual() ? TextNode.valueOf(words.apply(node.textValue())) : node;
    }

    private TaskView taskView(Processes.OpenTask task) {
        return new TaskView(task.id(), task.key(), task.name(), task.assignee(), task.groups(),
                local(task.createdAt(), clock), task.dueAt() == null ? null : local(task.dueAt(), clock));
    }

    static CaseNumber number(String text) {
        if (!CaseNumber.isValid(text)) {
            throw new NotFound("There is no case " + text + ".");
        }
        return CaseNumber.of(text);
    }
}
