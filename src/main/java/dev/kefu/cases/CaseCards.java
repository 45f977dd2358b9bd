package dev.kefu.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.ReadableTasks;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the task list shows of each task's case. A page of tasks is one call, and a call takes as many statements for two
 * hundred tasks as for two.
 */
@Component
@Transactional(readOnly = true)
public class CaseCards {

    /** The most tasks of one call. */
    public static final int MOST = 200;

    private final ReadableTasks tasks;
    private final CaseFiles cases;
    private final CaseAccess access;
    private final CaseCustomers customers;
    private final List<CaseFacts> facts;
    private final Clock clock;

    CaseCards(ReadableTasks tasks, CaseFiles cases, CaseAccess access, CaseCustomers customers, List<CaseFacts> facts,
            Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.access = access;
        this.customers = customers;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param customer their name, masked whoever looks: lists are read over shoulders
     * @param about    what it is about in a few words, null if its kind has none
     * @param dueAt    of the task
     */
    @JsonInclude(Include.NON_NULL)
    public record Card(String taskId, String caseNumber, String kind, @Nullable String orderNumber,
            @Nullable String customer, @Nullable CaseAbout about, @Nullable OffsetDateTime dueAt, String owner) {
    }

    /** @param now by the clock that says what is late */
    public record Cards(OffsetDateTime now, List<Card> cards) {
    }

    /**
     * The cards of those tasks that the acting person may read and that belong to a case.
     *
     * @throws dev.kefu.shared.Forbidden if the acting person is no staff
     */
    public Cards of(Collection<String> taskIds) {
        access.requireStaff();
        var shown = tasks.among(taskIds);
        var files = cases.all(shown.stream().map(ReadableTasks.OfCase::caseNumber).distinct().toList()).stream()
                .collect(Collectors.toMap(CaseSummary::caseNumber, Function.identity()));
        var names = customers.maskedNames(files.values().stream().map(CaseSummary::customerId).filter(Objects::nonNull)
                .distinct().toList());
        var abouts = aboutEach(files.values());
        return new Cards(OffsetDateTime.now(clock), shown.stream()
                .filter(task -> files.containsKey(task.caseNumber().value()))
                .map(task -> card(task, files.get(task.caseNumber().value()), names, abouts.get(task.caseNumber())))
                .toList());
    }

    private Card card(ReadableTasks.OfCase task, CaseSummary file, Map<String, String> names, @Nullable CaseAbout about) {
        return new Card(task.taskId(), file.caseNumber(), file.kind(), file.orderNumber(), names.get(file.customerId()),
                about, task.dueAt() == null ? null : task.dueAt().atZone(clock.getZone()).toOffsetDateTime(), file.owner());
    }

    private Map<CaseNumber, CaseAbout> aboutEach(Collection<CaseSummary> files) {
        var all = new HashMap<CaseNumber, CaseAbout>();
        files.stream().collect(Collectors.groupingBy(CaseSummary::kind)).forEach((kind, ofKind) -> facts.stream()
                .filter(each -> each.kind().equals(kind))
                .forEach(each -> all.putAll(each.aboutOf(
                        ofKind.stream().map(file -> CaseNumber.of(file.caseNumber())).toList()))));
        return all;
    }
}
