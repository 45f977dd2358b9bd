package dev.kefu.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseRecords extends Repository<CaseRecord, String> {

    CaseRecord save(CaseRecord record);

    Optional<CaseRecord> findById(String caseNumber);

    List<CaseRecord> findByOrderNumberOrderByOpenedAtDescCaseNumberDesc(String orderNumber);

    List<CaseRecord> findByParentOrderByCaseNumber(String parent);

    @Query("""
            select c from CaseRecord c
            where (:kind is null or c.kind = :kind)
              and (:status is null or c.status = :status)
              and (:orderNumber is null or c.orderNumber = :orderNumber)
              and (:customerId is null or c.customerId = :customerId)
            order by c.openedAt desc, c.caseNumber desc
            """)
    List<CaseRecord> search(String kind, CaseStatus status, String orderNumber, String customerId, Pageable page);

    @Query(value = "select nextval('case_number_sequence')", nativeQuery = true)
    long nextNumber();
}
