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
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** Oldest first. Changed and read only under its own lock; what takes time is done with a copy. */
    private final List<Connection> connections = new ArrayList<>();
    /** Those that were told that nothing more comes, until they are gone. */
    private final List<Connection> leaving = new ArrayList<>();
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
            end(oldest(mine, settings.streamsPerPerson()), Ending.REPLACED);
            end(oldest(connections, settings.streams()), Ending.REPLACED);
            connections.add(connection);
        }
    }

    /** Those that have to go so that there is room for one more. */
    private static List<Connection> oldest(List<Connection> some, int most) {
        return List.copyOf(some.subList(0, Math.max(0, some.size() - most + 1)));
    }

    /** The page is not there any more, or never was. */
    public void remove(NoticeListener listener) {
        synchronized (connections) {
            connections.removeIf(each -> each.listener == listener);
            leaving.removeIf(each -> each.listener == listener);
        }
    }

    /** How many pages listen here. */
    public int size() {
        synchronized (connections) {
            return connections.size();
        }
    }

    /** Looks once for all of them; whoever comes meanwhile is looked for the next time. */
    void look() {
        List<Connection> listening;
        synchronized (connections) {
            connections.removeIf(each -> each.listener.isGone());
            leaving.removeIf(each -> each.listener.isGone());
            listening = List.copyOf(connections);
        }
        if (listening.isEmpty()) {
            return;
        }
        var people = new HashSet<String>();
        listening.forEach(each -> people.add(each.person()));
        var stand = standings.of(people);
        var over = listening.stream().filter(each -> isOver(each, stand.get(each.person()))).collect(Collectors.toSet());
        end(over, Ending.LOGIN);
        tell(listening.stream().filter(each -> !over.contains(each)).toList(), stand);
    }

    private static boolean isOver(Connection connection, @Nullable Standing now) {
        return connection.listener.login().isOver(now) || now.groups().isEmpty();
    }

    private void tell(List<Connection> listening, Map<String, Standing> stand) {
        var known = readers.of(stand.keySet());
        var version = rows.board().version();
        var stale = listening.stream().filter(each ->
                !basis(version, stand.get(each.person()), known).equals(each.basis)).toList();
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
            all().forEach(each -> each.listener.beat());
        }
    }

    void endAll() {
        synchronized (connections) {
            end(List.copyOf(connections), Ending.CLOSING);
        }
    }

    /** Those that leave hear beats too: whoever takes nothing is given up after some. */
    private List<Connection> all() {
        synchronized (connections) {
            return Stream.concat(connections.stream(), leaving.stream()).toList();
        }
    }

    private void end(Collection<Connection> some, Ending why) {
        synchronized (connections) {
            some.stream().filter(connections::remove).forEach(each -> {
                leaving.add(each);
                each.listener.end(why);
            });
        }
    }
}
