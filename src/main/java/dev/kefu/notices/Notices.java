package dev.kefu.notices;

import dev.kefu.cases.CaseAccess;
import dev.kefu.language.Phrasebook;
import dev.kefu.language.ReaderLanguage;
import dev.kefu.notices.Noticeboard.Mine;
import dev.kefu.shared.Language;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.ShopTime;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is new for the acting person. Everybody sees their own notices and no others. */
@Service
@Transactional
public class Notices {

    /** More are not shown. */
    public static final int MOST_SHOWN = 50;

    /** More are not counted: nobody reads the difference. */
    public static final int MOST_COUNTED = 99;

    private final Noticeboard board;
    private final NoticeRows rows;
    private final ReaderRows readers;
    private final Actors actors;
    private final CaseAccess access;
    private final Phrasebook phrasebook;
    private final ReaderLanguage language;
    private final Clock clock;

    Notices(Noticeboard board, NoticeRows rows, ReaderRows readers, Actors actors, CaseAccess access,
            Phrasebook phrasebook, ReaderLanguage language, Clock clock) {
        this.board = board;
        this.rows = rows;
        this.readers = readers;
        this.actors = actors;
        this.access = access;
        this.phrasebook = phrasebook;
        this.language = language;
        this.clock = clock;
    }

    /**
     * News about a task that is open.
     *
     * @param id    grows with each notice
     * @param kind  what happened
     * @param key   the task's id in the model
     * @param task  its name as the reader reads it
     * @param dueAt null if it has no due date
     * @param at    since when it is news
     */
    public record Item(long id, NoticeKind kind, String taskId, @Nullable String key, String task,
            @Nullable String caseNumber, @Nullable String orderNumber, @Nullable OffsetDateTime dueAt, OffsetDateTime at,
            boolean isRead) {
    }

    /**
     * @param unread  how many are unread, {@link #MOST_COUNTED} at most
     * @param more    whether it is more than that
     * @param latest  the number of the newest one, 0 if there is none
     * @param notices newest first, {@link #MOST_SHOWN} at most
     */
    public record Page(int unread, boolean more, long latest, List<Item> notices) {
    }

    /** @throws dev.kefu.shared.Forbidden if the acting person is in no group */
    @Transactional(readOnly = true)
    public Page mine() {
        return page(board.of(List.of(me()), Channel.PAGE).get(actors.current()), language.current());
    }

    /**
     * The acting person has read all notices up to this one. Reading less than before changes nothing.
     *
     * @throws RuleViolation if there is no such notice yet
     */
    public Page read(long until) {
        access.requireStaff();
        if (until < 0 || until > rows.board().lastId()) {
            throw new RuleViolation("until", "input", "until is the number of a notice.");
        }
        readers.hold(actors.current());
        readers.read(actors.current(), until);
        return mine();
    }

    private Standing me() {
        access.requireStaff();
        return new Standing(actors.current(), "", null, Set.copyOf(actors.groups()));
    }

    Page page(Mine mine, Language language) {
        var unread = mine.unread().size();
        return new Page(Math.min(unread, MOST_COUNTED), unread > MOST_COUNTED,
                mine.notices().isEmpty() ? 0 : mine.notices().get(0).id(),
                mine.notices().stream().limit(MOST_SHOWN).map(each -> item(each, mine.reader(), language)).toList());
    }

    private Item item(Notice notice, Reader reader, Language language) {
        return new Item(notice.id(), notice.kind(), notice.taskId(), notice.taskKey(), name(notice, language),
                notice.caseNumber(), notice.orderNumber(), local(notice.dueAt()), local(notice.happenedAt()),
                notice.id() <= reader.readUntil());
    }

    /** The task's name; one that nobody gave a name is called by its number. */
    String name(Notice notice, Language language) {
        return notice.taskName() == null || notice.taskName().isBlank() ? notice.taskId()
                : phrasebook.in(language, notice.taskName());
    }

    @Nullable
    OffsetDateTime local(@Nullable Instant instant) {
        return ShopTime.local(instant, clock);
    }
}
