package dev.kefu.workflow;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

/** An open task and its case, as a search of cases asks for them. Nothing is written through it; the engine does that. */
@Entity
@Immutable
@Subselect("""
        select t.ID_ as id, p.BUSINESS_KEY_ as case_number, t.DUE_DATE_ as due_at
        from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
        where p.BUSINESS_KEY_ is not null
        """)
class OpenTask {

    @Id
    private String id;
    private String caseNumber;
    /** In the zone of the server, as the engine writes it. */
    private LocalDateTime dueAt;

    protected OpenTask() {
    }
}
