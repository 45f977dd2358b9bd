package dev.kefu.cases;

import static dev.kefu.shared.ShopTime.local;

import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.OpenWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to finding cases: by every condition that people ask for, newest first, and only such as they may see
 * ({@link CaseAccess#scope}). However many cases there are, it reads no more than it shows: nobody turns further than
 * {@link #MOST} cases, and a file of all of them is read piece by piece.
 */
@Service
public class CaseSearch {

    /** How many cases one page shows. */
    public static final int PAGE_SIZE = 50;

    /** Of more than so many cases, nobody sees the others without asking for less. */
    public static final int MOST = 10_000;

    private static final int PIECE = 500;
    private static final Sort NEWEST_FIRST = Sort.by("openedAt", "caseNumber").descending();

    private final CaseRecords records;
    private final CaseAccess access;
    private final OpenWork work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseSearch(CaseRecords records, CaseAccess access, OpenWork work, TransactionTemplate transaction, Clock clock) {
        this.records = records;
        this.access = access;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One page of the cases that the acting person finds.
     *
     * @param page counting from 0
     * @throws RuleViolation if the page lies behind the last that is shown
     */
    public CasePage page(CaseQuery query, int page) {
        if (page < 0 || page >= MOST / PAGE_SIZE) {
            throw new RuleViolation("page", "input", "No more than " + MOST / PAGE_SIZE + " pages are shown, counting from 0;"
                    + " please ask for less, for example by the day of opening.");
        }
        var scope = access.scope();
        return transaction.execute(status -> {
            var found = found(conditions(scope, query), PAGE_SIZE,
                    page == 0 ? ScrollPosition.offset() : ScrollPosition.offset((long) page * PAGE_SIZE - 1));
            return new CasePage(page, found.hasNext(), seen(found.getContent()));
        });
    }

    /**
     * All cases that the acting person finds, in pieces, so that a slow reader holds nothing of ours.
     *
     * @param reader is given the first piece in any case, and not before it is known that the acting person may ask
     * @return whether there are more than {@link #MOST}, of which only these were handed over
     */
    public boolean all(CaseQuery query, Consumer<List<FoundCase>> reader) {
        var asked = conditions(access.scope(), query);
        CaseRecord last = null;
        for (int handed = 0; handed < MOST; handed += PIECE) {
            var piece = pieceAfter(last, asked);
            reader.accept(piece.found());
            if (!piece.more()) {
                return false;
            }
            last = piece.last();
        }
        return true;
    }

    private record Piece(List<FoundCase> found, CaseRecord last, boolean more) {
    }

    private Piece pieceAfter(@Nullable CaseRecord last, Specification<CaseRecord> asked) {
        return transaction.execute(status -> {
            var found = found(last == null ? asked : asked.and(after(last)), PIECE, ScrollPosition.offset());
            var content = found.getContent();
            return new Piece(seen(content), content.isEmpty() ? null : content.get(content.size() - 1), found.hasNext());
        });
    }

    private Window<CaseRecord> found(Specification<CaseRecord> conditions, int most, ScrollPosition from) {
        return records.findBy(conditions, query -> query.sortBy(NEWEST_FIRST).limit(most).scroll(from));
    }

    private List<FoundCase> seen(List<CaseRecord> found) {
        var standing = work.standingOf(found.stream().map(CaseRecord::getId).toList());
        var now = clock.instant();
        return found.stream().map(each -> {
            var stands = standing.get(each.getId());
            return new FoundCase(each.getId(), each.kind(), each.status(), each.outcome(), each.orderNumber(),
                    each.customerId(), each.owner(), local(each.openedAt(), clock), local(each.closedAt(), clock), stands.openTasks(),
                    local(stands.dueAt(), clock), stands.dueAt() != null && stands.dueAt().isBefore(now));
        }).toList();
    }

    private Specification<CaseRecord> conditions(Scope within, CaseQuery asked) {
        return Specification.allOf(within.atAll(), equal("kind", asked.kind()), equal("status", asked.status()),
                equal("orderNumber", asked.orderNumber()), equal("customerId", asked.customerId()),
                equal("owner", asked.owner()), openedFrom(asked.openedFrom()),
                openedBefore(asked.openedUntil() == null ? null : startOf(asked.openedUntil().plusDays(1))),
                openedBefore(asked.olderThan() == null ? null : clock.instant().minus(Duration.ofDays(asked.olderThan()))),
                asked.overdue() ? overdue() : null);
    }

    private static Specification<CaseRecord> equal(String field, @Nullable Object value) {
        return (row, query, builder) -> value == null ? null : builder.equal(row.get(field), value);
    }

    private Specification<CaseRecord> openedFrom(@Nullable LocalDate day) {
        return (row, query, builder) -> day == null ? null
                : builder.greaterThanOrEqualTo(row.get("openedAt"), startOf(day));
    }

    private static Specification<CaseRecord> openedBefore(@Nullable Instant end) {
        return (row, query, builder) -> end == null ? null : builder.lessThan(row.get("openedAt"), end);
    }

    private Specification<CaseRecord> overdue() {
        return (row, query, builder) -> work.isOverdue(row.get("caseNumber"), query, builder);
    }

    /** The first condition says nothing more than the second, but an index can go by it. */
    private static Specification<CaseRecord> after(CaseRecord last) {
        return (row, query, builder) -> builder.and(
                builder.lessThanOrEqualTo(row.get("openedAt"), last.openedAt()),
                builder.or(builder.lessThan(row.get("openedAt"), last.openedAt()),
                        builder.lessThan(row.get("caseNumber"), last.getId())));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
