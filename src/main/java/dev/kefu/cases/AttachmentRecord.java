package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.data.domain.Persistable;
import org.springframework.lang.Nullable;

/** What is known of an attached file; its content stands apart. Written once, never changed. */
@Entity
@Table(name = "case_attachment")
class AttachmentRecord implements Persistable<String> {

    @Id
    private String id;
    private String caseNumber;
    private String name;
    private String description;
    private String type;
    private long size;
    private String sha256;
    private String addedBy;
    private Instant addedAt;

    protected AttachmentRecord() {
    }

    static AttachmentRecord added(UUID id, CaseNumber caseNumber, String name, @Nullable String description,
            AttachmentType type, long size, String sha256, String by, Instant at) {
        var attachment = new AttachmentRecord();
        attachment.id = id.toString();
        attachment.caseNumber = caseNumber.value();
        attachment.name = name;
        attachment.description = description;
        attachment.type = type.mediaType();
        attachment.size = size;
        attachment.sha256 = sha256;
        attachment.addedBy = by;
        attachment.addedAt = at;
        return attachment;
    }

    Attachment view(ZoneId zone) {
        return new Attachment(id, name, description, type, size, sha256, addedBy, addedAt.atZone(zone).toOffsetDateTime());
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
