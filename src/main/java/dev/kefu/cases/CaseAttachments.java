package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.Reason;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * The door to the files of a case: photos, evidence, letters. Whoever works on the case adds and opens them, also after it
 * is closed, because evidence comes late; auditors see that they are there.
 */
@Service
@Transactional
public class CaseAttachments {

    private static final int LONGEST_DESCRIPTION = 500;

    private final AttachmentRecords attachments;
    private final AttachmentContents contents;
    private final CaseRecords records;
    private final CaseFiles cases;
    private final CaseAccess access;
    private final Actors actors;
    private final Clock clock;
    private final long maxSize;
    private final int maxNumber;

    CaseAttachments(AttachmentRecords attachments, AttachmentContents contents, CaseRecords records, CaseFiles cases,
            CaseAccess access, Actors actors, Clock clock, @Value("${kefu.attachments.max-size}") DataSize maxSize,
            @Value("${kefu.attachments.max-number}") int maxNumber) {
        this.attachments = attachments;
        this.contents = contents;
        this.records = records;
        this.cases = cases;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
        this.maxSize = maxSize.toBytes();
        this.maxNumber = maxNumber;
    }

    /**
     * Adds a file to the case and says so on its timeline.
     *
     * @throws NotFound          if there is no such case
     * @throws dev.kefu.shared.Forbidden if the acting person does not work on it
     * @throws RuleViolation     if the file is empty, too large or of a type that is not taken
     * @throws Conflict          if the case has as many files as it may have
     */
    public Attachment add(CaseNumber caseNumber, NewAttachment told) throws IOException {
        access.requireWorker(caseNumber);
        var description = described(told.description());
        if (told.size() == 0) {
            throw AttachmentType.refusal("The file is empty.");
        }
        if (told.size() > maxSize) {
            throw AttachmentType.refusal("The file has more than " + maxSize + " bytes.");
        }
        var type = AttachmentType.of(told);
        // Of two at once, the second waits here and counts the first
        records.hold(caseNumber.value());
        if (attachments.countByCaseNumber(caseNumber.value()) >= maxNumber) {
            throw new Conflict("Case " + caseNumber + " has " + maxNumber + " files, and takes no more.");
        }
        var id = UUID.randomUUID();
        var name = HarmlessName.of(told.name(), type);
        String sha256;
        try (var bytes = told.content().open()) {
            sha256 = AttachmentContents.sha256Of(bytes);
        }
        var added = attachments.save(AttachmentRecord.added(id, caseNumber, name, description, type, told.size(), sha256,
                actors.current(), clock.instant()));
        attachments.flush();
        try (var bytes = told.content().open()) {
            contents.write(added.getId(), bytes);
        }
        cases.record(caseNumber, "ATTACHED", name);
        return added.view(clock.getZone());
    }

    /** How many bytes a file has at most. */
    public long largest() {
        return maxSize;
    }

    /** What is attached to the case, oldest first; for whoever may see the case, masked where they see it masked. */
    @Transactional(readOnly = true)
    public List<Attachment> of(SeenCase seen) {
        return held(seen.number()).stream().map(each -> each.reading(seen.words())).toList();
    }

    /**
     * One file of the case.
     *
     * @throws NotFound if this case has no such file
     * @throws dev.kefu.shared.Forbidden if the acting person does not work on the case
     */
    @Transactional(readOnly = true)
    public Attachment find(CaseNumber caseNumber, String id) {
        access.requireFull(caseNumber);
        return load(caseNumber, id).view(clock.getZone());
    }

    /**
     * Writes the content of a file that was {@link #find found}, piece by piece: whoever takes it slowly holds no connection to
     * the database meanwhile.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void read(Attachment attachment, OutputStream to) throws IOException {
        contents.read(attachment.id(), to);
    }

    /**
     * Takes a file away that should not be there, such as another customer's.
     *
     * @throws NotFound if this case has no such file
     * @throws dev.kefu.shared.Forbidden if the acting person is no supervisor
     * @throws RuleViolation without a reason
     */
    public void remove(CaseNumber caseNumber, String id, @Nullable String reason) {
        actors.requireAnyOf(Groups.SUPERVISORS);
        access.requireWorker(caseNumber);
        var why = Reason.given(reason, 1);
        var attachment = load(caseNumber, id);
        remove(attachment);
        cases.record(caseNumber, "ATTACHMENT_REMOVED", why.words());
    }

    /** The files of all cases of a customer; for a door that has checked who asks. */
    @Transactional(readOnly = true)
    public List<Attachment> ofCustomer(String customerId) {
        return cases.ofCustomer(customerId).stream()
                .flatMap(file -> held(CaseNumber.of(file.caseNumber())).stream()).toList();
    }

    /** As {@link #of}, for the house itself. */
    List<Attachment> held(CaseNumber caseNumber) {
        return attachments.findByCaseNumberOrderByAddedAtAscIdAsc(caseNumber.value()).stream()
                .map(each -> each.view(clock.getZone())).toList();
    }

    /** @return whether there were any */
    boolean removeAll(CaseNumber caseNumber) {
        var all = attachments.findByCaseNumberOrderByAddedAtAscIdAsc(caseNumber.value());
        all.forEach(this::remove);
        return !all.isEmpty();
    }

    private void remove(AttachmentRecord attachment) {
        contents.remove(attachment.getId());
        attachments.remove(attachment.getId());
    }

    private AttachmentRecord load(CaseNumber caseNumber, String id) {
        return attachments.findByIdAndCaseNumber(id, caseNumber.value())
                .orElseThrow(() -> new NotFound("Case " + caseNumber + " has no such file."));
    }

    @Nullable
    private static String described(@Nullable String told) {
        if (told == null || Text.isBlank(told)) {
            return null;
        }
        if (told.length() > LONGEST_DESCRIPTION || !Text.isPlain(told)) {
            throw new RuleViolation("description", "input", "The description has more than " + LONGEST_DESCRIPTION
                    + " characters, or some that can't be shown.");
        }
        return told.strip();
    }
}
