package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.CaseWorkers;
import dev.kefu.workflow.Colleagues;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.Leaders;
import java.util.Optional;
import java.util.Set;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to who answers for a case (ORG-4): one person, until it is closed. Whoever answers for it, or leads those who
 * work on its kind, hands it to somebody who works on such cases.
 */
@Service
@Transactional
public class CaseOwners {

    private static final String OWNER_CHANGED = "OWNER_CHANGED";

    private final CaseRecords records;
    private final CaseFiles cases;
    private final CaseAccess access;
    private final CaseWorkers workers;
    private final Colleagues colleagues;
    private final Leaders leaders;
    private final Actors actors;

    CaseOwners(CaseRecords records, CaseFiles cases, CaseAccess access, CaseWorkers workers, Colleagues colleagues,
            Leaders leaders, Actors actors) {
        this.records = records;
        this.cases = cases;
        this.access = access;
        this.workers = workers;
        this.colleagues = colleagues;
        this.leaders = leaders;
        this.actors = actors;
    }

    /**
     * Hands the case over, and says so on its timeline; to whoever has it already, nothing changes.
     *
     * @param reason what the acting person says about it; null if nothing
     * @throws NotFound      if there is no such case
     * @throws Forbidden     if the acting person neither answers for it nor leads those who work on it
     * @throws RuleViolation if the new owner is nobody, or works on no such cases
     * @throws dev.kefu.shared.Conflict if the case is closed
     */
    public void hand(CaseNumber caseNumber, String owner, @Nullable HandOverReason reason) {
        access.requireSight(caseNumber);
        var record = records.findById(caseNumber.value()).orElseThrow();
        requireMayHand(record);
        objectionTo(owner, record.kind()).ifPresent(why -> {
            throw new RuleViolation("owner", "ORG-4", why);
        });
        var before = record.owner();
        if (before.equals(owner)) {
            return;
        }
        record.handTo(owner);
        cases.recordFact(caseNumber, OWNER_CHANGED, "From " + before + " to " + owner + ".");
        if (reason != null) {
            reason.writeTo(cases, caseNumber);
        }
    }

    /** Why this person can't answer for cases of this kind; empty if they can. */
    @Transactional(readOnly = true)
    public Optional<String> objectionTo(String owner, String kind) {
        var person = colleagues.find(owner);
        if (person.isEmpty()) {
            return Optional.of("There is nobody of the name " + owner + " here.");
        }
        return workers.answeringFor(kind).test(Set.copyOf(person.get().groups())) ? Optional.empty()
                : Optional.of(owner + " does not work on cases of this kind.");
    }

    /** Whether {@link #hand} is open to the acting person, who sees the case. */
    public boolean mayHand(SeenCase seen) {
        var file = seen.file();
        return file.status() == CaseStatus.OPEN && !actors.isIn(Groups.AUDITORS) && mayHand(file.owner(), file.kind());
    }

    private boolean mayHand(String owner, String kind) {
        return owner.equals(actors.current()) && !actors.isIn(Groups.INTEGRATIONS) || leaders.lead(kind);
    }

    private void requireMayHand(CaseRecord record) {
        if (actors.isIn(Groups.AUDITORS)) {
            throw new Forbidden("Auditors read, and change nothing (ORG-3).");
        }
        if (!mayHand(record.owner(), record.kind())) {
            throw new Forbidden("Case " + record.number() + " is handed over by " + record.owner()
                    + ", who answers for it, or by a leader.");
        }
    }
}
