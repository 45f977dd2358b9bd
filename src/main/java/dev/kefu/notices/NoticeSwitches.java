package dev.kefu.notices;

import dev.kefu.cases.CaseAccess;
import dev.kefu.language.HouseWords;
import dev.kefu.mail.MailServer;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Standings;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the acting person wants to be told. Everybody switches for themselves. */
@Service
@Transactional
public class NoticeSwitches {

    private final ReaderRows readers;
    private final NoticeRows notices;
    private final Standings standings;
    private final MailServer server;
    private final NoticeSettings settings;
    private final CaseAccess access;
    private final Actors actors;
    private final HouseWords words;
    private final Clock clock;

    NoticeSwitches(ReaderRows readers, NoticeRows notices, Standings standings, MailServer server, NoticeSettings settings,
            CaseAccess access, Actors actors, HouseWords words, Clock clock) {
        this.readers = readers;
        this.notices = notices;
        this.standings = standings;
        this.server = server;
        this.settings = settings;
        this.access = access;
        this.actors = actors;
        this.words = words;
        this.clock = clock;
    }

    /** The channels of one kind. */
    public record Switch(NoticeKind kind, boolean page, boolean mail) {
    }

    /** Why no mail reaches somebody. */
    public enum Obstacle {

        /** The house has no mail server. */
        NO_SERVER,
        /** The account has no address. */
        NO_ADDRESS,
        /** What stands there is no address. */
        NO_SUCH_ADDRESS
    }

    /**
     * Where mails go.
     *
     * @param address      of the account; null if it has none
     * @param obstacle     null if mails can be sent
     * @param everyMinutes one comes at most so often
     * @param lastSentAt   null if none was sent
     * @param lastFailure  why the last one was not taken; null if it was
     */
    public record Mail(@Nullable String address, @Nullable Obstacle obstacle, long everyMinutes,
            @Nullable OffsetDateTime lastSentAt, @Nullable String lastFailure) {
    }

    /** All switches of a person. */
    public record Switches(List<Switch> switches, Mail mail) {
    }

    /**
     * What is to be switched.
     *
     * @param page null leaves it as it is
     * @param mail null leaves it as it is
     */
    public record Change(@Nullable NoticeKind kind, @Nullable Boolean page, @Nullable Boolean mail) {
    }

    /** @throws dev.kefu.shared.Forbidden if the acting person is in no group */
    @Transactional(readOnly = true)
    public Switches mine() {
        access.requireStaff();
        var me = actors.current();
        var reader = readers.of(List.of(me)).get(me);
        var standing = standings.of(List.of(me)).get(me);
        var address = standing == null || standing.email() == null || standing.email().isBlank() ? null : standing.email().strip();
        return new Switches(Arrays.stream(NoticeKind.values()).map(kind -> new Switch(kind, reader.wants(kind, Channel.PAGE),
                reader.wants(kind, Channel.MAIL))).toList(),
                new Mail(address, obstacle(address), Math.max(1, settings.mailEvery().toMinutes()),
                        reader.mailedAt() == null ? null : reader.mailedAt().atZone(clock.getZone()).toOffsetDateTime(),
                        words.readIfSaid(reader.mailFailure())));
    }

    @Nullable
    private Obstacle obstacle(@Nullable String address) {
        if (!server.isConfigured()) {
            return Obstacle.NO_SERVER;
        }
        return address == null ? Obstacle.NO_ADDRESS : MailAddress.isUsable(address) ? null : Obstacle.NO_SUCH_ADDRESS;
    }

    /**
     * Changes what is named and nothing else. Whoever switches the first mail on is mailed what is new from now on.
     *
     * @throws RuleViolation if a kind is missing or named twice
     */
    public Switches change(List<Change> changes) {
        access.requireStaff();
        requireKinds(changes);
        var me = actors.current();
        readers.hold(me);
        var before = readers.of(List.of(me)).get(me);
        for (var change : changes) {
            byChannel(change).forEach((channel, isOn) -> readers.set(me, change.kind(), channel, isOn));
        }
        var after = readers.of(List.of(me)).get(me);
        if (!after.wantsMail()) {
            readers.stopMails(me);
        } else if (!before.wantsMail()) {
            readers.startMails(me, notices.board().lastId(), clock.instant().plus(settings.mailEvery()));
        } else {
            readers.hasten(me, clock.instant().plus(settings.mailEvery()));
        }
        return mine();
    }

    private static Map<Channel, Boolean> byChannel(Change change) {
        var given = new EnumMap<Channel, Boolean>(Channel.class);
        if (change.page() != null) {
            given.put(Channel.PAGE, change.page());
        }
        if (change.mail() != null) {
            given.put(Channel.MAIL, change.mail());
        }
        return given;
    }

    private static void requireKinds(List<Change> changes) {
        var violations = new Violations();
        for (int i = 0; i < changes.size(); i++) {
            var kind = changes.get(i) == null ? null : changes.get(i).kind();
            var field = "switches[" + i + "].kind";
            if (kind == null) {
                violations.add(field, "input", "Say which kind of notice is to be switched.");
            } else if (changes.subList(0, i).stream().filter(Objects::nonNull).anyMatch(each -> kind == each.kind())) {
                violations.add(field, "input", "Each kind of notice is named once.");
            }
        }
        violations.refuseIfAny();
    }
}
