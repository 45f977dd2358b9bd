package dev.kefu.notices;

import dev.kefu.notices.NoticeListener.Ending;
import dev.kefu.notices.Noticeboard.Mine;
import dev.kefu.workflow.Standing;
import dev.kefu.workflow.Standings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * The pages that listen on this node. A look costs six statements, whatever their number, and fewer if there is no news;
 * between looks none of them costs a thread or a connection to the database.
 */
@Component
public class NoticeStreams {

    /** Proxies cut off what is silent for a minute, and a page that hears nothing for longer says so. */
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(15);

    private final NoticeRows rows;
    private final ReaderRows readers;
    private final Noticeboard board;
    private final Notices notices;
    private final Standings standings;
    private final NoticeSettings settings;
    private final LongSupplier nanoTime;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private long lastBeat;

    @Autowired
    NoticeStreams(NoticeRows rows, ReaderRows readers, Noticeboard board, Notices notices, Standings standings,
            NoticeSettings settings) {
        this(rows, readers, board, notices, standings, settings, System::nanoTime);
    }

    /** @param nanoTime elapsed time, which nobody can move */
    NoticeStreams(NoticeRows rows, ReaderRows readers, Noticeboard board, Notices notices, Standings standings,
            NoticeSettings settings, LongSupplier nanoTime) {
        this.rows = rows;
        this.readers = readers;
        this.board = board;
        this.notices = notices;
        this.standings = standings;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.lastBeat = nanoTime.getAsLong();
    }

    /** On what the last answer depended; as long as it is the same, so is the answer. */
    private record Basis(long version, Set<String> groups, Reader reader) {
    }

    private static final class Connection {

        private final NoticeListener listener;
        @Nullable
        private Basis basis;
        private Notices.Page told;
        /** Stays when the newest notice is withdrawn: numbers are never given again. */
        private long seenUntil;

        private Connection(NoticeListener listener, Notices.Page told) {
            this.listener = listener;
            this.told = told;
            this.seenUntil = told.latest();
        }

        private String person() {
            return listener.login().person();
        }
    }

    /**
     * Tells the page how things are, and from now on what changes. Whoever opens too many loses the oldest.
     *
     * @param now       what is new for the person of the login
     * @param seenUntil the newest notice that the page has seen; null if it has seen none and need not be told apart
     */
    public void add(NoticeListener listener, Notices.Page now, @Nullable Long seenUntil) {
        listener.tell(now, seenUntil == null ? List.of() : news(now, seenUntil));
        var connection = new Connection(listener, now);
        synchronized (connections) {
            var mine = connections.stream().filter(each -> each.person().equals(connection.person())).toList();
            end(mine.subList(0, Math.max(0, mine.size() - settings.streamsPerPerson() + 1)), Ending.REPLACED);
            end(connections.subList(0, Math.max(0, connections.size() - settings.streams() + 1)), Ending.REPLACED);
            connections.add(connection);
        }
    }

    /** How many pages listen here. */
    public int size() {
        return connections.size();
    }

    /** Looks once for all of them. */
    void look() {
        connections.removeIf(each -> each.listener.isGone());
        if (connections.isEmpty()) {
            return;
        }
        var people = new HashSet<String>();
        connections.forEach(each -> people.add(each.person()));
        var stand = standings.of(people);
        end(connections.stream().filter(each -> isOver(each, stand.get(each.person()))).toList(), Ending.LOGIN);
        tell(stand);
    }

    private static boolean isOver(Connection connection, @Nullable Standing now) {
        return connection.listener.login().isOver(now) || now.groups().isEmpty();
    }

    private void tell(Map<String, Standing> stand) {
        var known = readers.of(stand.keySet());
        var version = rows.board().version();
        var stale = connections.stream().filter(each -> stand.containsKey(each.person())
                && !basis(version, stand.get(each.person()), known).equals(each.basis)).toList();
        if (stale.isEmpty()) {
            return;
        }
        var people = new HashSet<Standing>();
        stale.forEach(each -> people.add(stand.get(each.person())));
        var mine = board.of(people, known, Channel.PAGE);
        stale.forEach(each -> {
            tell(each, mine.get(each.person()));
            each.basis = basis(version, stand.get(each.person()), known);
        });
    }

    private static Basis basis(long version, Standing standing, Map<String, Reader> known) {
        return new Basis(version, standing.groups(), known.get(standing.person()));
    }

    private void tell(Connection connection, Mine mine) {
        var now = notices.page(mine, connection.listener.language());
        if (!now.equals(connection.told)) {
            connection.listener.tell(now, news(now, connection.seenUntil));
            connection.told = now;
            connection.seenUntil = Math.max(connection.seenUntil, now.latest());
        }
    }

    private static List<Long> news(Notices.Page now, long seenUntil) {
        return now.notices().stream().filter(each -> each.id() > seenUntil && !each.isRead()).map(Notices.Item::id).toList();
    }

    /** Lets all of them know that the house is there, if it is time to. Needs no database. */
    void beat() {
        if (nanoTime.getAsLong() - lastBeat >= BETWEEN_BEATS.toNanos()) {
            lastBeat = nanoTime.getAsLong();
            connections.forEach(each -> each.listener.beat());
        }
    }

    void endAll() {
        end(connections, Ending.CLOSING);
    }

    private void end(Collection<Connection> some, Ending why) {
        var ended = new ArrayList<>(some);
        ended.forEach(each -> each.listener.end(why));
        connections.removeAll(ended);
    }
}
