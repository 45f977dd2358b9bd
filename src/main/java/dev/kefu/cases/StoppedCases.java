package dev.kefu.cases;

import dev.kefu.workflow.Intervened;
import dev.kefu.workflow.ProcessAborted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the case files right when administrators lay hands on their processes. */
@Component
class StoppedCases {

    private final CaseRecords records;
    private final CaseFiles cases;
    private final ApplicationEventPublisher events;

    StoppedCases(CaseRecords records, CaseFiles cases, ApplicationEventPublisher events) {
        this.records = records;
        this.cases = cases;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void on(Intervened intervention) {
        if (records.findById(intervention.caseNumber().value()).isPresent()) {
            cases.record(intervention.caseNumber(), "INTERVENTION", intervention.action() + ": " + intervention.reason());
        }
    }

    /** A process that a case only called may stop alone; the case goes on without it. */
    @EventListener
    @Transactional
    public void on(ProcessAborted process) {
        records.findById(process.caseNumber().value())
                .filter(file -> file.status() == CaseStatus.OPEN && file.kind().equals(process.processKey()))
                .ifPresent(file -> {
                    cases.close(process.caseNumber(), CaseFiles.ABORTED);
                    events.publishEvent(new CaseAborted(process.caseNumber(), file.kind()));
                });
    }
}
