package dev.kefu.refunds;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people said about a customer's refunds (CUS-4). The money itself is nobody's secret and stays. */
@Component
@Transactional
class RefundsOfCustomer implements PersonalData {

    private final RefundRecords refunds;
    private final PayoutRecords payouts;
    private final PayoutEventRecords events;
    private final PayoutBook book;
    private final CaseFiles cases;

    RefundsOfCustomer(RefundRecords refunds, PayoutRecords payouts, PayoutEventRecords events, PayoutBook book,
            CaseFiles cases) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.events = events;
        this.book = book;
        this.cases = cases;
    }

    record Held(String caseNumber, String orderNumber, RefundFacts refund, List<String> saidByThePaymentService) {
    }

    @Override
    public String part() {
        return "refunds";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldAbout(String customerId) {
        return of(customerId).map(refund -> new Held(refund.caseNumber().value(), refund.orderNumber(),
                book.factsOf(refund), said(refund))).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> objectionsToErasing(String customerId) {
        return of(customerId).map(Refund::view)
                .filter(refund -> !refund.status().isFinal())
                .map(refund -> "The refund of case " + refund.caseNumber() + " is not settled.")
                .toList();
    }

    @Override
    public void erase(Erasure erasure) {
        of(erasure.customerId()).forEach(refund -> {
            refund.erase(erasure);
            payouts.findByDecisionKey(refund.key()).forEach(payout -> payout.erase(erasure));
            events.findByDecisionKey(refund.key()).forEach(event -> event.erase(erasure));
        });
    }

    private List<String> said(Refund refund) {
        return Stream.concat(
                payouts.findByDecisionKey(refund.key()).stream().flatMap(Payout::said),
                events.findByDecisionKey(refund.key()).stream().flatMap(PayoutEvent::said)).toList();
    }

    private Stream<Refund> of(String customerId) {
        return cases.ofCustomer(customerId).stream()
                .flatMap(file -> refunds.findByCaseNumber(file.caseNumber()).stream());
    }
}
