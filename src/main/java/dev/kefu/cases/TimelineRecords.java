package dev.kefu.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

interface TimelineRecords extends Repository<TimelineRecord, Long> {

    TimelineRecord save(TimelineRecord entry);

    List<TimelineRecord> findByCaseNumberOrderByHappenedAtAscIdAsc(String caseNumber);
}
