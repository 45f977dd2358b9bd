package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.CaseWorkers;
import dev.kefu.workflow.Groups;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see a case (CUS-4). In full: whoever works on cases of its kind, has one of its tasks, opened it or answers for
 * it. Masked: auditors, who look at what was done and not at customers, and administrators, who run the engine. Nobody
 * else.
 */
@Component
@Transactional(readOnly = true)
public class CaseAccess {

    private static final int MOST_OF_CUSTOMER = 10;

    private final CaseRecords records;
    private final CaseFiles cases;
    private final CaseWorkers workers;
    private final CaseMasking masking;
    private final Actors actors;

    CaseAccess(CaseRecords records, CaseFiles cases, CaseWorkers workers, CaseMasking masking, Actors actors) {
        this.records = records;
        this.cases = cases;
        this.workers = workers;
        this.masking = masking;
        this.actors = actors;
    }

    /**
     * How the acting person sees the case.
     *
     * @throws NotFound  if there is no such case
     * @throws Forbidden if they may not see it at all
     */
    Sight requireSight(CaseNumber caseNumber) {
        var sight = sightOf(caseNumber);
        if (sight == Sight.NONE) {
            throw new Forbidden("Case " + caseNumber + " is for those who work on it.");
        }
        return sight;
    }

    /** Whether the acting person sees all of the case, the customer's words too; not so if there is no such case. */
    public boolean maySeeAll(CaseNumber caseNumber) {
        return records.findById(caseNumber.value()).isPresent() && sightOf(caseNumber) == Sight.FULL;
    }

    /**
     * The case as the acting person sees it.
     *
     * @throws NotFound  if there is no such case
     * @throws Forbidden if they may not see it at all
     */
    public SeenCase see(CaseNumber caseNumber) {
        var sight = requireSight(caseNumber);
        var file = cases.get(caseNumber);
        return new SeenCase(file, sight, masking.reader(sight, file.customerId()));
    }

    /**
     * For what shows or takes a customer's words.
     *
     * @throws NotFound  if there is no such case
     * @throws Forbidden if the acting person does not see all of it
     */
    public void requireFull(CaseNumber caseNumber) {
        if (requireSight(caseNumber) != Sight.FULL) {
            throw new Forbidden("This shows who the customer is; it is for those who work on case " + caseNumber + ".");
        }
    }

    /**
     * For what adds to the case.
     *
     * @throws NotFound  if there is no such case
     * @throws Forbidden if the acting person does not work on it, or is an auditor
     */
    public void requireWorker(CaseNumber caseNumber) {
        if (actors.isIn(Groups.AUDITORS)) {
            throw new Forbidden("Auditors read, and change nothing (ORG-3).");
        }
        requireFull(caseNumber);
    }

    /** Whether {@link #requireWorker} lets them, as they see the case. */
    public boolean mayAddTo(SeenCase seen) {
        return seen.isInFull() && !actors.isIn(Groups.AUDITORS);
    }

    /** What the acting person finds in lists. */
    public Scope scope() {
        requireStaff();
        var kinds = workers.kindsOf(actors.groups());
        return new Scope(seesEveryCase(), kinds, actors.current(), workers.casesByTask(actors.current(), actors.groups(), kinds));
    }

    /** The cases around one that the acting person sees, as far as they may see those too. */
    public CaseNeighbours neighboursOf(SeenCase seen) {
        var scope = scope();
        var file = seen.file();
        var ofCustomer = file.customerId() == null ? List.<CaseSummary>of()
                : cases.besides(scope, seen.number(), file.customerId(), MOST_OF_CUSTOMER + 1);
        var numbers = Stream.concat(Stream.ofNullable(file.parent()), file.related().stream()).toList();
        var known = cases.among(scope, numbers).stream()
                .collect(Collectors.toMap(CaseSummary::caseNumber, Function.identity()));
        return new CaseNeighbours(ofCustomer.stream().limit(MOST_OF_CUSTOMER).toList(), ofCustomer.size() > MOST_OF_CUSTOMER,
                numbers.stream().map(number -> linked(number, number.equals(file.parent()), known.get(number.value())))
                        .toList());
    }

    private static CaseNeighbours.Linked linked(CaseNumber number, boolean isParent, @Nullable CaseSummary file) {
        var relation = isParent ? CaseNeighbours.Relation.PARENT : CaseNeighbours.Relation.FOLLOWING;
        return file == null ? new CaseNeighbours.Linked(number.value(), relation, null, null, null)
                : new CaseNeighbours.Linked(number.value(), relation, file.kind(), file.status(), file.outcome());
    }

    /** The cases about an order that the acting person may see, newest first. */
    public List<CaseSummary> ofOrder(String orderNumber) {
        return cases.ofOrder(scope(), orderNumber);
    }

    /** Whether the acting person works on cases about what customers bought, and so sees who they are. */
    public boolean knowsCustomers() {
        return workers.workOnOrders(actors.groups());
    }

    /** The same without counting one of their groups. */
    public boolean knowsCustomersBeside(String group) {
        return workers.workOnOrders(actors.groups().stream().filter(each -> !each.equals(group)).toList());
    }

    /** Whether the acting person sees every case, but masked: auditors and administrators. */
    public boolean looksOn() {
        return seesEveryCase();
    }

    /** The order that a case is about; empty if it is about none, there is no such case, or it is none of theirs. */
    public Optional<String> orderOf(CaseNumber caseNumber) {
        return records.findById(caseNumber.value()).filter(record -> sightOf(caseNumber) != Sight.NONE)
                .map(CaseRecord::orderNumber);
    }

    /** @throws Forbidden if the acting person is in no group at all */
    public void requireStaff() {
        if (actors.groups().isEmpty()) {
            throw new Forbidden("This is for the department's staff.");
        }
    }

    private boolean seesEveryCase() {
        return actors.isIn(Groups.AUDITORS, Groups.ADMINISTRATORS);
    }

    private Sight sightOf(CaseNumber caseNumber) {
        requireStaff();
        var record = records.findById(caseNumber.value())
                .orElseThrow(() -> new NotFound("There is no case " + caseNumber + "."));
        var me = actors.current();
        var kinds = workers.kindsOf(actors.groups());
        var scope = new Scope(seesEveryCase(), kinds, me, kinds.contains(record.kind()) ? Set.of()
                : workers.casesByTask(me, actors.groups(), kinds));
        if (cases.isOneOf(scope.inFull(), caseNumber)) {
            return Sight.FULL;
        }
        return scope.looksOn() ? Sight.MASKED : Sight.NONE;
    }
}
