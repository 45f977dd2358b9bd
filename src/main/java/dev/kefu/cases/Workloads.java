package dev.kefu.cases;

import static dev.kefu.shared.ShopTime.local;

import dev.kefu.shared.NotFound;
import dev.kefu.workflow.CaseWorkers;
import dev.kefu.workflow.Colleagues;
import dev.kefu.workflow.Colleagues.Person;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.Leaders;
import dev.kefu.workflow.OpenWork;
import dev.kefu.workflow.OpenWork.HeldTask;
import dev.kefu.workflow.OpenWork.Load;
import dev.kefu.workflow.TaskNames;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for leaders to who has how much in their hands and what waits for whom, oldest first. They see the work of the
 * processes that they lead ({@link Leaders}), and no other.
 */
@Service
@Transactional(readOnly = true)
public class Workloads {

    /** So many tasks, and so many cases, are listed. */
    static final int MOST = 500;

    private final Leaders leaders;
    private final OpenWork work;
    private final CaseRecords records;
    private final CaseWorkers workers;
    private final Colleagues colleagues;
    private final TaskNames names;
    private final Clock clock;

    Workloads(Leaders leaders, OpenWork work, CaseRecords records, CaseWorkers workers, Colleagues colleagues,
            TaskNames names, Clock clock) {
        this.leaders = leaders;
        this.work = work;
        this.records = records;
        this.workers = workers;
        this.colleagues = colleagues;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param unassigned tasks that nobody of the group has taken
     * @param oldest     when the oldest of them was created
     */
    public record GroupLoad(String group, String name, int unassigned, int overdue, @Nullable OffsetDateTime oldest) {
    }

    /**
     * @param name   the id of those who have no account any more
     * @param tasks  in their hands
     * @param cases  open ones that they answer for
     * @param oldest when the oldest of the tasks was created
     */
    public record PersonLoad(String id, String name, List<String> groups, int tasks, int overdue, int cases,
            @Nullable OffsetDateTime oldest) {
    }

    /** What waits for each group and what each person has, oldest first. */
    public record Overview(List<GroupLoad> groups, List<PersonLoad> people) {
    }

    /** @param key the task's id in the model */
    public record TaskLine(String taskId, String key, String name, String process, @Nullable String caseNumber,
            OffsetDateTime createdAt, @Nullable OffsetDateTime dueAt, boolean overdue) {
    }

    /** An open case that somebody answers for. */
    public record CaseLine(String caseNumber, String kind, @Nullable String orderNumber, OffsetDateTime openedAt) {
    }

    /** @param more whether there are more than are listed */
    public record Table(String id, String name, List<TaskLine> tasks, List<CaseLine> cases, boolean more) {
    }

    /**
     * What waits for each group, and what each person has: those who work on what the acting person leads.
     *
     * @throws dev.kefu.shared.Forbidden if they lead nobody
     */
    public Overview overview() {
        var processes = leaders.requireProcesses();
        var groups = groupsOf(processes);
        var waiting = work.waitingByGroup(processes);
        var held = work.heldByPerson(processes);
        var owned = records.countOpenByOwner(processes).stream()
                .collect(Collectors.toMap(OwnedCases::owner, each -> (int) each.cases()));
        return new Overview(groupLoads(groups, waiting), personLoads(groups, held, owned));
    }

    /**
     * What a person has in their hands.
     *
     * @throws NotFound if there is nobody of that name
     */
    public Table ofPerson(String id) {
        var processes = leaders.requireProcesses();
        var tasks = work.heldBy(id, processes, MOST + 1);
        var cases = records.findByOwnerAndStatusAndKindInOrderByOpenedAtAscCaseNumberAsc(id, CaseStatus.OPEN, processes,
                Limit.of(MOST + 1));
        var person = colleagues.find(id);
        if (person.isEmpty() && tasks.isEmpty() && cases.isEmpty()) {
            throw new NotFound("There is nobody of the name " + id + " here.");
        }
        return new Table(id, person.map(Person::name).orElse(id), lines(tasks),
                cases.stream().limit(MOST).map(each -> new CaseLine(each.getId(), each.kind(), each.orderNumber(),
                        local(each.openedAt(), clock))).toList(),
                tasks.size() > MOST || cases.size() > MOST);
    }

    /**
     * What waits for a group and nobody has taken.
     *
     * @throws NotFound if it is no group whose work the acting person leads
     */
    public Table ofGroup(String group) {
        var processes = leaders.requireProcesses();
        var tasks = work.waitingFor(group, processes, MOST + 1);
        if (tasks.isEmpty() && !groupsOf(processes).contains(group)) {
            throw new NotFound("There is no group " + group + " that you lead.");
        }
        return new Table(group, Groups.NAMES.getOrDefault(group, group), lines(tasks), List.of(), tasks.size() > MOST);
    }

    private Set<String> groupsOf(Set<String> processes) {
        return processes.stream().flatMap(each -> workers.groupsOf(each).stream()).collect(Collectors.toSet());
    }

    private List<GroupLoad> groupLoads(Set<String> groups, Map<String, Load> waiting) {
        var shown = new TreeSet<>(waiting.keySet());
        shown.addAll(groups);
        shown.removeAll(Set.of(Groups.INTEGRATIONS, Groups.AUDITORS));
        return shown.stream().map(group -> {
            var load = waiting.getOrDefault(group, Load.NOTHING);
            return new GroupLoad(group, Groups.NAMES.getOrDefault(group, group), load.tasks(), load.overdue(), local(load.oldest(), clock));
        }).sorted(oldestFirst(GroupLoad::oldest)).toList();
    }

    private List<PersonLoad> personLoads(Set<String> groups, Map<String, Load> held, Map<String, Integer> owned) {
        var known = colleagues.everybody().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return Stream.of(known.values().stream().filter(each -> isConcerned(each, groups)).map(Person::id),
                        held.keySet().stream(), owned.keySet().stream())
                .flatMap(Function.identity()).distinct().sorted()
                .map(id -> {
                    var load = held.getOrDefault(id, Load.NOTHING);
                    var person = known.getOrDefault(id, new Person(id, id, List.of()));
                    return new PersonLoad(id, person.name(), person.groups(), load.tasks(), load.overdue(),
                            owned.getOrDefault(id, 0), local(load.oldest(), clock));
                })
                .sorted(oldestFirst(PersonLoad::oldest))
                .toList();
    }

    private static boolean isConcerned(Person person, Set<String> groups) {
        return person.groups().stream().anyMatch(groups::contains)
                && person.groups().stream().noneMatch(Set.of(Groups.INTEGRATIONS, Groups.AUDITORS)::contains);
    }

    private static <T> Comparator<T> oldestFirst(Function<T, OffsetDateTime> oldest) {
        return Comparator.comparing(oldest, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private List<TaskLine> lines(Collection<HeldTask> tasks) {
        var now = clock.instant();
        return tasks.stream().limit(MOST).map(task -> new TaskLine(task.id(), task.key(),
                names.read(task.processDefinitionId(), task.key(), task.name()), task.processKey(),
                task.caseNumber(), local(task.createdAt(), clock), local(task.dueAt(), clock),
                task.dueAt() != null && task.dueAt().isBefore(now))).toList();
    }
}
