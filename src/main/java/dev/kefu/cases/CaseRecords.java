package dev.kefu.cases;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseRecords extends Repository<CaseRecord, String>, JpaSpecificationExecutor<CaseRecord> {

    CaseRecord save(CaseRecord record);

    Optional<CaseRecord> findById(String caseNumber);

    List<CaseRecord> findByOrderNumberOrderByOpenedAtDescCaseNumberDesc(String orderNumber);

    List<CaseRecord> findByCustomerIdOrderByCaseNumber(String customerId);

    /** The case with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CaseRecord c where c.caseNumber = :caseNumber")
    Optional<CaseRecord> hold(String caseNumber);

    List<CaseRecord> findByCaseNumberIn(Collection<String> caseNumbers);

    List<CaseRecord> findByParentOrderByCaseNumber(String parent);

    @Query(value = "select nextval('case_number_sequence')", nativeQuery = true)
    long nextNumber();
}
