package dev.kefu.correspondence;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LetterRecords extends Repository<Letter, String> {

    Letter save(Letter letter);

    Optional<Letter> findById(String id);

    List<Letter> findByCaseNumberOrderByWrittenAtAscIdAsc(String caseNumber);

    List<Letter> findByCustomerIdOrderByWrittenAtAscIdAsc(String customerId);

    Window<Letter> findFirst50ByStatusOrderByWrittenAtDescIdDesc(LetterStatus status, ScrollPosition from);

    /** All letters to a customer with their rows locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Letter l where l.customerId = :customerId order by l.id")
    List<Letter> holdAllOf(String customerId);

    /**
     * Letters that are to be sent now, with their rows locked; none that another node is just taking. In the databases' own
     * words, because Hibernate does not know that H2 can pass over locked rows, and would wait for them.
     */
    @Query(value = """
            select * from letter where due_at <= :now and status = 'WAITING' order by due_at, id
            fetch first :most rows only for update skip locked
            """, nativeQuery = true)
    List<Letter> holdDue(Instant now, int most);

    /** The letter with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Letter l where l.id = :id")
    Optional<Letter> hold(String id);

    /** There is a server now: what was written without one and is not too old may be sent. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("""
            update Letter l set l.status = dev.kefu.correspondence.LetterStatus.WAITING, l.dueAt = :now, l.version = l.version + 1
            where l.status = dev.kefu.correspondence.LetterStatus.NO_SERVER and l.writtenAt >= :since
            """)
    int wake(Instant now, Instant since);

    /** There is no server any more. What is not due is left alone: a node that has a server may just be sending it. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("""
            update Letter l set l.status = dev.kefu.correspondence.LetterStatus.NO_SERVER, l.dueAt = null, l.version = l.version + 1
            where l.status = dev.kefu.correspondence.LetterStatus.WAITING and l.dueAt <= :now
            """)
    int park(Instant now);
}
