package dev.kefu.workflow;

import dev.kefu.shared.Reason;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What goes beyond daily work: to start in the middle, modify, restart, migrate, delete or suspend processes, to edit their
 * variables and jobs. Administrators may, each time with a reason, which is kept in the same transaction.
 *
 * <p>The reason is the command's own (a delete reason, an annotation), else the header of the call, else what the
 * administrator announced beforehand, since Cockpit can send neither. It is kept without what looks like a customer's number
 * or address (CUS-4): auditors read it.
 */
@Component
public class Interventions {

    /** How long an announcement counts if it doesn't say. */
    public static final int USUAL_MINUTES = 15;
    public static final int LONGEST_MINUTES = 60;
    public static final int PAGE_SIZE = 50;

    private static final int SHORTEST_REASON = 5;
    private static final List<String> OWN_REASONS = List.of("deleteReason", "annotation");

    private static final ThreadLocal<Reason> RUNNING = new ThreadLocal<>();

    private final InterventionRecords records;
    private final StatedReason stated;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Interventions(InterventionRecords records, StatedReason stated, Actors actors, ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.stated = stated;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /** @param until in the shop's zone */
    public record Announced(String reason, OffsetDateTime until) {
    }

    /** One page of the book, newest first. */
    public record Page(int page, boolean more, List<Intervention> interventions) {
    }

    /**
     * All that the acting administrator does until then has this reason. A further announcement replaces the former.
     *
     * @param minutes null for {@link #USUAL_MINUTES}
     * @throws dev.kefu.shared.Forbidden if they are no administrator
     * @throws RuleViolation             if the reason or the minutes are not fit
     */
    @Transactional
    public Announced announce(String reason, @Nullable Integer minutes) {
        actors.requireAnyOf(Groups.ADMINISTRATORS);
        var words = given(reason).words();
        var length = minutes == null ? USUAL_MINUTES : minutes;
        if (length < 1 || length > LONGEST_MINUTES) {
            throw new RuleViolation("minutes", "input", "minutes must be 1 to " + LONGEST_MINUTES + ".");
        }
        var until = clock.instant().plus(Duration.ofMinutes(length));
        records.announce(actors.current(), words, until);
        return new Announced(words, until.atZone(clock.getZone()).toOffsetDateTime());
    }

    /** What the acting administrator announced and still counts. */
    public Optional<Announced> announced() {
        actors.requireAnyOf(Groups.ADMINISTRATORS);
        return records.announced(actors.current());
    }

    /** The acting administrator is done; nothing happens if they announced nothing. */
    @Transactional
    public void end() {
        actors.requireAnyOf(Groups.ADMINISTRATORS);
        records.end(actors.current());
    }

    /**
     * The book of interventions.
     *
     * @param caseNumber null for all
     * @param page       counting from 0
     */
    public Page page(@Nullable String caseNumber, int page) {
        actors.requireAnyOf(Groups.AUDITORS);
        var found = records.page(caseNumber, PAGE_SIZE + 1, (long) page * PAGE_SIZE);
        return new Page(page, found.size() > PAGE_SIZE, found.stream().limit(PAGE_SIZE).toList());
    }

    /** Whether the command at work is (part of) an intervention. */
    static boolean isRunning() {
        return RUNNING.get() != null;
    }

    /** The reason of the intervention at work. */
    static Optional<String> reasonOfRunning() {
        return Optional.ofNullable(RUNNING.get()).map(Reason::words);
    }

    /** Runs the command as an intervention of the acting person. */
    <T> T run(Command<T> command, CommandContext context, Callable<T> work) {
        if (!actors.isIn(Groups.ADMINISTRATORS)) {
            throw new AuthorizationException("Only an administrator may do this.");
        }
        var reason = reasonOf(command);
        var concerned = Concerned.by(command, context);
        RUNNING.set(reason);
        T result;
        try {
            result = work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            RUNNING.remove();
        }
        concerned.returned(result);
        keep(action(command), reason, concerned.details(), concerned.processes(), concerned.affected());
        return result;
    }

    /**
     * Keeps that the acting administrator did something to a process by one of the house's own doors. To be called in the
     * transaction in which it is done.
     */
    void keep(String action, String details, Collection<Concerned.Process> processes) {
        var reason = ofCallOrAnnounced().orElseThrow(Interventions::needed);
        keep(action, reason, details, processes, processes.size());
    }

    private void keep(String action, Reason reason, String details, Collection<Concerned.Process> processes, int affected) {
        var keys = processes.stream().map(Concerned.Process::key).distinct().toList();
        records.add(new InterventionRecords.Row(actors.current(), action, keys.size() == 1 ? keys.get(0) : null,
                reason.words(), details, affected, processes));
        processes.stream().map(Concerned.Process::caseNumber).flatMap(Optional::stream).distinct()
                .forEach(caseNumber -> events.publishEvent(new Intervened(caseNumber, inWords(action), reason.words())));
    }

    /** The engine's REST API makes a fault of what refuses to run a job, but for missing rights. */
    private Reason reasonOf(Command<?> command) {
        try {
            return givenReason(command);
        } catch (RuleViolation refusal) {
            throw command instanceof ExecuteJobsCmd ? new AuthorizationException(refusal.getMessage()) : refusal;
        }
    }

    private Reason givenReason(Command<?> command) {
        return own(command)
                .map(Interventions::given)
                .or(this::ofCallOrAnnounced)
                .map(reason -> giveTo(command, reason))
                .orElseThrow(Interventions::needed);
    }

    private Optional<Reason> ofCallOrAnnounced() {
        return stated.ofThisCall().filter(words -> !words.isBlank()).map(Interventions::given)
                .or(() -> records.announced(actors.current()).map(announced -> new Reason(announced.reason())));
    }

    private static Reason given(String words) {
        return Reason.given(words, SHORTEST_REASON).unnamed(Set.of());
    }

    private static RuleViolation needed() {
        return new RuleViolation(Reason.FIELD, "input", "Say why. On the page /api/docs/ui, POST /api/interventions takes the"
                + " reason for all that you do in the next minutes, here and in Cockpit; a program sends it in the header"
                + " Reason of its call.");
    }

    private static Optional<String> own(Command<?> command) {
        for (var place : places(command)) {
            for (var field : OWN_REASONS) {
                if (isOwn(place, field)) {
                    return Optional.of((String) place.getPropertyValue(field));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOwn(DirectFieldAccessor place, String field) {
        return place.isReadableProperty(field) && place.getPropertyValue(field) instanceof String words && !words.isBlank();
    }

    /** So that the engine's history says it too, and says nothing else. */
    private static Reason giveTo(Command<?> command, Reason reason) {
        var fields = new DirectFieldAccessor(command);
        if (fields.isWritableProperty("deleteReason")) {
            fields.setPropertyValue("deleteReason", reason.words());
        }
        for (var place : places(command)) {
            OWN_REASONS.stream().filter(field -> isOwn(place, field))
                    .forEach(field -> place.setPropertyValue(field, reason.words()));
        }
        return reason;
    }

    private static List<DirectFieldAccessor> places(Command<?> command) {
        var fields = new DirectFieldAccessor(command);
        return fields.isReadableProperty("builder") && fields.getPropertyValue("builder") != null
                ? List.of(fields, new DirectFieldAccessor(fields.getPropertyValue("builder"))) : List.of(fields);
    }

    /** {@code DeleteProcessInstanceCmd} is {@code DELETE_PROCESS_INSTANCE}. */
    private static String action(Command<?> command) {
        return command.getClass().getSimpleName().replaceFirst("(Cmd|Command)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static String inWords(String action) {
        var words = action.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Text.shortened(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), 100);
    }
}
