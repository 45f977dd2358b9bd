package dev.kefu.cases;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseRecords extends Repository<CaseRecord, String>, JpaSpecificationExecutor<CaseRecord> {

    CaseRecord save(CaseRecord record);

    Optional<CaseRecord> findById(String caseNumber);

    List<CaseRecord> findByOrderNumberOrderByOpenedAtDescCaseNumberDesc(String orderNumber);

    List<CaseRecord> findByCustomerIdOrderByCaseNumber(String customerId);

    List<CaseRecord> findByOwnerAndStatusAndKindInOrderByOpenedAtAscCaseNumberAsc(String owner, CaseStatus status,
            Collection<String> kinds, Limit most);

    int countByOwnerAndStatusAndKindNotIn(String owner, CaseStatus status, Collection<String> kinds);

    @Query("""
            select new dev.kefu.cases.OwnedCases(c.owner, count(c)) from CaseRecord c
            where c.status = dev.kefu.cases.CaseStatus.OPEN and c.kind in :kinds group by c.owner
            """)
    List<OwnedCases> countOpenByOwner(Collection<String> kinds);

    /** The case with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CaseRecord c where c.caseNumber = :caseNumber")
    Optional<CaseRecord> hold(String caseNumber);

    List<CaseRecord> findByCaseNumberIn(Collection<String> caseNumbers);

    List<CaseRecord> findByParentOrderByCaseNumber(String parent);

    @Query(value = "select nextval('case_number_sequence')", nativeQuery = true)
    long nextNumber();
}
