package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import dev.kefu.workflow.EngineTraces;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote and attached in a customer's cases (CUS-4). */
@Component
@Transactional
class CasesOfCustomer implements PersonalData {

    private static final String ERASED = "ERASED";

    private final CaseFiles cases;
    private final CaseAttachments attachments;
    private final TimelineRecords timeline;
    private final SavedSearches searches;
    private final EngineTraces engine;
    private final ObjectProvider<CaseFacts> facts;

    CasesOfCustomer(CaseFiles cases, CaseAttachments attachments, TimelineRecords timeline,
            SavedSearches searches, EngineTraces engine, ObjectProvider<CaseFacts> facts) {
        this.cases = cases;
        this.attachments = attachments;
        this.timeline = timeline;
        this.searches = searches;
        this.engine = engine;
        this.facts = facts;
    }

    record Held(CaseSummary file, Object facts, List<Attachment> attachments, List<TimelineEntry> timeline) {
    }

    @Override
    public String part() {
        return "cases";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldAbout(String customerId) {
        return cases.ofCustomer(customerId).stream().map(file -> {
            var number = CaseNumber.of(file.caseNumber());
            return new Held(file, factsOf(file.kind(), number), attachments.held(number), cases.get(number).timeline());
        }).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> objectionsToErasing(String customerId) {
        return cases.ofCustomer(customerId).stream()
                .filter(file -> file.status() == CaseStatus.OPEN)
                .map(file -> "Case " + file.caseNumber() + " is open.")
                .toList();
    }

    @Override
    public void erase(Erasure erasure) {
        cases.ofCustomer(erasure.customerId()).forEach(file -> erase(CaseNumber.of(file.caseNumber()), erasure));
        engine.forgetBesideCases(erasure.words());
        searches.forget(erasure);
    }

    /** What happened stays, with who did it and when; the timeline says that and why the rest is gone. */
    private void erase(CaseNumber caseNumber, Erasure erasure) {
        var entries = timeline.findByCaseNumberOrderByHappenedAtAscIdAsc(caseNumber.value());
        var changes = entries.stream().filter(entry -> entry.erase(erasure)).count() > 0;
        changes |= attachments.removeAll(caseNumber);
        engine.forget(caseNumber, erasure.words());
        if (changes || entries.stream().noneMatch(entry -> entry.what().equals(ERASED))) {
            cases.recordFact(caseNumber, ERASED, erasure.reason());
        }
    }

    private Object factsOf(String kind, CaseNumber caseNumber) {
        return facts.stream().filter(each -> each.kind().equals(kind)).findFirst()
                .map(each -> each.factsOf(caseNumber)).orElse(Map.of());
    }
}
