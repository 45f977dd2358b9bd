package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What the house promises about one process, whoever redesigns its model: who may start it and with what, what each user
 * task accepts, which messages it understands and who may send them. One bean per process, beside its service tasks.
 */
public abstract class CaseProcess {

    /** Shown in Tasklist; the truth is the business key ({@link #caseOf}). */
    public static final ProcessVariable<String> CASE_NUMBER = ProcessVariable.text("caseNumber").keptOutOfHistory();
    public static final ProcessVariable<String> ORDER_NUMBER = ProcessVariable.text("orderNumber");
    /** What a person adds in words to a start or a decision. */
    public static final ProcessVariable<String> NOTE = ProcessVariable.freeText("note");

    /** The case that had ended and is followed up by one of the same kind; only the house starts with it ({@link FollowUp}). */
    public static final ProcessVariable<String> EARLIER_CASE = ProcessVariable.text("earlierCase").keptOutOfHistory();

    private final String key;
    private final Submission start = new Submission();
    private final Map<String, Submission> tasks = new LinkedHashMap<>();
    private final Map<String, CaseMessage> messages = new LinkedHashMap<>();
    private final Set<String> housesOwn = new LinkedHashSet<>();
    private final Set<String> starters = new LinkedHashSet<>();
    private final Set<String> readers = new LinkedHashSet<>();
    private final Set<String> workers = new LinkedHashSet<>();
    private final Set<ProcessVariable<?>> own = new LinkedHashSet<>();
    private final Set<String> spoken = new LinkedHashSet<>();

    /** @param key the process id in the model, which is also the kind of its cases */
    protected CaseProcess(String key) {
        this.key = key;
    }

    /**
     * The case that a step works on: it comes from the business key, never from a variable.
     *
     * @throws NotFound if the process has none, as it was called without it
     */
    public static CaseNumber caseOf(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        if (key == null || !CaseNumber.isValid(key)) {
            throw new NotFound("The process " + execution.getProcessDefinitionId() + " has no case number as its business"
                    + " key; whoever calls it passes on its own.");
        }
        return CaseNumber.of(execution.getProcessBusinessKey());
    }

    /** The members of these groups may start it; a process without starters is only called by others. */
    protected final void startedBy(Collection<String> groups) {
        starters.addAll(groups);
    }

    /** These groups see its tasks though they don't work on them: leaders, who move work between people. */
    protected final void watchedBy(Collection<String> groups) {
        readers.addAll(groups);
    }

    /** These groups get tasks that the model gives by an expression, such as the result of a decision table. */
    protected final void alsoWorkedBy(Collection<String> groups) {
        workers.addAll(groups);
    }

    protected final Submission startsWith() {
        return start;
    }

    /** @param id the user task's id in the model */
    protected final Submission task(String id) {
        return tasks.computeIfAbsent(id, unknown -> new Submission());
    }

    protected final Submission message(String name, String... senders) {
        var fields = new Submission();
        messages.put(name, new CaseMessage(name, Set.of(senders), fields));
        return fields;
    }

    /** A message that the house itself tells the process ({@link Processes#tellIfAwaited}); people send it to no case. */
    protected final void toldByHouse(String name) {
        messages.put(name, new CaseMessage(name, Set.of(), new Submission()));
        housesOwn.add(name);
    }

    /** Variables that only the service tasks write; nobody may send them, whatever the task. */
    protected final void keepsForItself(ProcessVariable<?>... variables) {
        own.addAll(List.of(variables));
    }

    /** Variables in which the house itself says something to people: whoever reads Chinese reads them in Chinese. */
    protected final void speaksIn(ProcessVariable<?>... variables) {
        Arrays.stream(variables).map(ProcessVariable::name).forEach(spoken::add);
    }

    /** Whether the house itself wrote what stands in it; people's own words stand in others. */
    public final boolean speaks(String variable) {
        return spoken.contains(variable);
    }

    public final String key() {
        return key;
    }

    public final Set<String> starters() {
        return Set.copyOf(starters);
    }

    public final Set<String> watchers() {
        return Set.copyOf(readers);
    }

    public final Set<String> furtherWorkers() {
        return Set.copyOf(workers);
    }

    /** Whether its cases are about what a customer bought. */
    final boolean isAboutOrders() {
        return reserves(ORDER_NUMBER.name());
    }

    /** Everybody whom this declaration gives a part in its cases. */
    final Set<String> everybody() {
        return Stream.of(starters.stream(), readers.stream(), workers.stream(),
                messages.values().stream().flatMap(each -> each.senders().stream()))
                .flatMap(each -> each)
                .collect(Collectors.toUnmodifiableSet());
    }

    public final Collection<CaseMessage> messages() {
        return List.copyOf(messages.values());
    }

    public final Optional<CaseMessage> messageCalled(String name) {
        return Optional.ofNullable(messages.get(name));
    }

    boolean isToldByHouse(String message) {
        return housesOwn.contains(message);
    }

    Submission start() {
        return start;
    }

    Optional<Submission> taskCalled(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /** Names that a task which a supervisor added to the model must not write. */
    boolean reserves(String variable) {
        return variables().anyMatch(each -> each.name().equals(variable));
    }

    /**
     * What the house itself sends, as the engine stores it: fields that others may send here too, and variables that the
     * process keeps for itself.
     *
     * @throws IllegalArgumentException if the process knows no such variable
     */
    Map<String, Object> saidByHouse(Map<String, ?> given, Submission fields) {
        var known = Stream.concat(own.stream(), fields.variables().stream())
                .collect(Collectors.toMap(ProcessVariable::name, Function.identity(), (one, same) -> one));
        var canonical = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> {
            if (!known.containsKey(name)) {
                throw new IllegalArgumentException(name + " is not accepted here.");
            }
            canonical.put(name, known.get(name).canonical(ProcessVariable.written(value)));
        });
        return canonical;
    }

    /** Whether people's own words may stand in it; what the house doesn't know may hold any. */
    boolean mayHoldWords(String variable) {
        return variables().filter(each -> each.name().equals(variable)).allMatch(ProcessVariable::isText);
    }

    boolean keepsOutOfHistory(String variable) {
        return variables().anyMatch(each -> each.isKeptOutOfHistory() && each.name().equals(variable));
    }

    private Stream<ProcessVariable<?>> variables() {
        var sent = Stream.of(Stream.of(start), tasks.values().stream(), messages.values().stream().map(CaseMessage::fields))
                .flatMap(each -> each)
                .flatMap(each -> each.variables().stream());
        return Stream.concat(own.stream(), sent);
    }
}
