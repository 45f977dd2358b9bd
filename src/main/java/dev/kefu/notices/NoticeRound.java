package dev.kefu.notices;

import dev.kefu.cases.CaseGlances;
import dev.kefu.notices.NoticeRows.Addressed;
import dev.kefu.notices.NoticeRows.Board;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.TaskWatch;
import dev.kefu.workflow.WatchedTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes notices of what has changed among the tasks. Of several nodes one does it at a time; what it saw and what it wrote
 * become true together, so that nothing is told twice and nothing is lost when it dies.
 */
@Component
class NoticeRound {

    /** A task begins in the transaction in which somebody did something; the clock goes on meanwhile, but not far. */
    private static final Duration ONE_TRANSACTION = Duration.ofSeconds(5);

    private static final Set<NoticeKind> ALL = EnumSet.allOf(NoticeKind.class);

    private final TaskWatch watch;
    private final NoticeRows rows;
    private final CaseGlances cases;
    private final Clock clock;

    NoticeRound(TaskWatch watch, NoticeRows rows, CaseGlances cases, Clock clock) {
        this.watch = watch;
        this.rows = rows;
        this.cases = cases;
        this.clock = clock;
    }

    /** @return whether there is more to do at once */
    @Transactional
    boolean look() {
        var held = rows.holdBoard();
        if (held.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        var looked = watch.look(now);
        if (looked.changed().isEmpty() && looked.gone().isEmpty()) {
            return false;
        }
        var over = new ArrayList<>(looked.gone());
        looked.changed().stream().filter(WatchedTask::changedHands).map(WatchedTask::id).forEach(over::add);
        var gone = rows.withdraw(over, ALL);
        gone += rows.withdraw(looked.changed().stream().filter(task -> task.fellDue() || task.isInTime())
                .map(WatchedTask::id).toList(), Set.of(NoticeKind.TASK_OVERDUE));
        var news = news(looked.changed(), held.get().lastId(), now);
        rows.add(news);
        if (gone > 0 || !news.isEmpty()) {
            var last = news.isEmpty() ? held.get().lastId() : news.get(news.size() - 1).notice().id();
            rows.write(new Board(last, held.get().version() + 1));
        }
        return looked.more();
    }

    private List<Addressed> news(List<WatchedTask> tasks, long lastId, Instant now) {
        var numbers = tasks.stream().map(WatchedTask::caseNumber).filter(Objects::nonNull).distinct().toList();
        var orders = cases.orderNumbers(numbers);
        var causes = causes(tasks.stream().filter(task -> task.isNew() && task.assignee() == null).toList());
        var news = new ArrayList<Addressed>();
        var id = lastId;
        for (var task : tasks) {
            for (var kind : kinds(task)) {
                var cause = kind == NoticeKind.TASK_OVERDUE ? null : task.isNew() ? causes.get(task.id()) : task.giver();
                var notice = new Notice(++id, kind, task.id(), task.key(), task.name(), task.caseNumber(),
                        orders.get(task.caseNumber()), cause, task.dueAt(), now);
                audiences(task).forEach(audience -> news.add(new Addressed(audience, notice)));
            }
        }
        return news;
    }

    private static List<NoticeKind> kinds(WatchedTask task) {
        var kinds = new ArrayList<NoticeKind>();
        if (task.isNew() || task.changedHands()) {
            if (task.assignee() == null) {
                kinds.add(NoticeKind.TASK_FOR_GROUP);
            } else if (!task.assignee().equals(task.giver())) {
                kinds.add(NoticeKind.TASK_FOR_ME);
            }
        }
        if (task.fellDue()) {
            kinds.add(NoticeKind.TASK_OVERDUE);
        }
        return kinds;
    }

    private static List<String> audiences(WatchedTask task) {
        return task.assignee() != null ? List.of(Audience.person(task.assignee()))
                : Stream.concat(task.groups().stream().map(Audience::group), task.people().stream().map(Audience::person))
                        .toList();
    }

    /** Who did the last thing in its case before each of the tasks began, in the same transaction; by task. */
    private Map<String, String> causes(List<WatchedTask> tasks) {
        var ofCases = tasks.stream().filter(task -> task.caseNumber() != null).toList();
        if (ofCases.isEmpty()) {
            return Map.of();
        }
        var times = ofCases.stream().map(WatchedTask::createdAt);
        var first = ofCases.stream().map(WatchedTask::createdAt).min(Comparator.naturalOrder()).orElseThrow();
        var last = times.max(Comparator.naturalOrder()).orElseThrow();
        var deeds = new HashMap<String, List<CaseGlances.Deed>>();
        cases.deeds(ofCases.stream().map(WatchedTask::caseNumber).distinct().toList(), first.minus(ONE_TRANSACTION), last)
                .forEach(deed -> deeds.computeIfAbsent(deed.caseNumber(), any -> new ArrayList<>()).add(deed));
        var causes = new HashMap<String, String>();
        ofCases.forEach(task -> {
            var actor = lastBefore(deeds.getOrDefault(task.caseNumber(), List.of()), task.createdAt());
            if (actor != null && !actor.equals(Actors.HOUSE)) {
                causes.put(task.id(), actor);
            }
        });
        return causes;
    }

    @Nullable
    private static String lastBefore(List<CaseGlances.Deed> deeds, Instant began) {
        return deeds.stream().filter(deed -> !deed.at().isAfter(began) && !deed.at().isBefore(began.minus(ONE_TRANSACTION)))
                .reduce((earlier, later) -> later).map(CaseGlances.Deed::actor).orElse(null);
    }
}
