package dev.kefu.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttachmentRecords extends Repository<AttachmentRecord, String> {

    AttachmentRecord save(AttachmentRecord attachment);

    /** The row has to be there before its content. */
    void flush();

    List<AttachmentRecord> findByCaseNumberOrderByAddedAtAscIdAsc(String caseNumber);

    Optional<AttachmentRecord> findByIdAndCaseNumber(String id, String caseNumber);

    long countByCaseNumber(String caseNumber);

    @Modifying(flushAutomatically = true)
    @Query("delete from AttachmentRecord a where a.id = :id")
    void remove(String id);
}
