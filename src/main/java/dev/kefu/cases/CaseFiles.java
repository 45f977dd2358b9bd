package dev.kefu.cases;

import static dev.kefu.shared.ShopTime.local;

import dev.kefu.language.HouseWords;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.Text;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the case files. */
@Service
@Transactional
public class CaseFiles {

    /** The outcome of a case whose process was stopped before its end. */
    public static final String ABORTED = "ABORTED";

    private final CaseRecords records;
    private final TimelineRecords timeline;
    private final Actors actors;
    private final HouseWords words;
    private final Clock clock;

    CaseFiles(CaseRecords records, TimelineRecords timeline, Actors actors, HouseWords words, Clock clock) {
        this.records = records;
        this.timeline = timeline;
        this.actors = actors;
        this.words = words;
        this.clock = clock;
    }

    /** Opens a case under a number of the year, counted on over the years. */
    public CaseNumber open(NewCase opening) {
        var number = CaseNumber.of(Year.now(clock).getValue(), records.nextNumber());
        records.save(CaseRecord.opened(number, opening, clock.instant()));
        recordFact(number, "OPENED", null);
        return number;
    }

    /**
     * Writes on the timeline what the acting person did, with what they said about it; those words go when the customer
     * is erased.
     *
     * @param what a short code such as {@code RETURN_REVIEWED_REJECT}
     * @param text what people read, null if the code says it all
     */
    public void record(CaseNumber caseNumber, String what, @Nullable String text) {
        write(caseNumber, what, text, true);
    }

    /** The same with the house's own words, such as an amount; they stay when the customer is erased. */
    public void recordFact(CaseNumber caseNumber, String what, @Nullable String fact) {
        write(caseNumber, what, fact, false);
    }

    private void write(CaseNumber caseNumber, String what, @Nullable String text, boolean said) {
        timeline.save(TimelineRecord.of(caseNumber, clock.instant(), actors.current(), what,
                text == null ? null : Text.shortened(text, TimelineRecord.LONGEST_TEXT), said));
    }

    /** The case turns out to be about another order. */
    public void concern(CaseNumber caseNumber, String orderNumber, String customerId) {
        load(caseNumber).concern(orderNumber, customerId);
    }

    /**
     * Closes the case for good; again with the same outcome changes nothing.
     *
     * @throws dev.kefu.shared.Conflict if it is closed with another outcome
     */
    public void close(CaseNumber caseNumber, String outcome) {
        var record = load(caseNumber);
        if (record.status() == CaseStatus.OPEN) {
            recordFact(caseNumber, "CLOSED", outcome);
        }
        record.close(outcome, clock.instant());
    }

    /** @throws NotFound if there is no such case */
    @Transactional(readOnly = true)
    public CaseFile get(CaseNumber caseNumber) {
        var record = load(caseNumber);
        return new CaseFile(record.number(), record.kind(), record.status(), record.outcome(), record.orderNumber(),
                record.customerId(), record.openedBy(), record.owner(), local(record.openedAt(), clock),
                local(record.closedAt(), clock), record.parent(),
                records.findByParentOrderByCaseNumber(caseNumber.value()).stream().map(CaseRecord::number).toList(),
                timeline.findByCaseNumberOrderByHappenedAtAscIdAsc(caseNumber.value()).stream().map(this::entry).toList());
    }

    /**
     * The case in short, without its timeline.
     *
     * @throws NotFound if there is no such case
     */
    @Transactional(readOnly = true)
    public CaseSummary summaryOf(CaseNumber caseNumber) {
        return summary(load(caseNumber));
    }

    /** Who opened the case. */
    @Transactional(readOnly = true)
    public String openerOf(CaseNumber caseNumber) {
        return load(caseNumber).openedBy();
    }

    /** The case that it follows from; empty if it stands alone. */
    @Transactional(readOnly = true)
    public Optional<CaseNumber> parentOf(CaseNumber caseNumber) {
        return Optional.ofNullable(load(caseNumber).parent());
    }

    /** The case with which it began: the one that it follows from, or that one follows from, or itself. */
    @Transactional(readOnly = true)
    public CaseNumber beginningOf(CaseNumber caseNumber) {
        var record = load(caseNumber);
        while (record.parent() != null) {
            record = load(record.parent());
        }
        return record.number();
    }

    /** All cases about an order, newest first. */
    @Transactional(readOnly = true)
    public List<CaseSummary> ofOrder(String orderNumber) {
        return records.findByOrderNumberOrderByOpenedAtDescCaseNumberDesc(orderNumber).stream()
                .map(this::summary).toList();
    }

    /** Those of them that somebody may see. */
    List<CaseSummary> ofOrder(Scope within, String orderNumber) {
        return records.findAll(Specification.allOf(within.atAll(), equal("orderNumber", orderNumber)),
                Sort.by("openedAt", "caseNumber").descending()).stream().map(this::summary).toList();
    }

    /** The cases among these that somebody may see. */
    List<CaseSummary> among(Scope within, Collection<CaseNumber> caseNumbers) {
        var numbers = caseNumbers.stream().map(CaseNumber::value).toList();
        return numbers.isEmpty() ? List.of() : records.findAll(within.atAll().and((row, query, builder) ->
                row.get("caseNumber").in(numbers))).stream().map(this::summary).toList();
    }

    /** Other cases of a customer that somebody may see, newest first; one more than asked for tells that there are more. */
    List<CaseSummary> besides(Scope within, CaseNumber caseNumber, String customerId, int most) {
        var conditions = Specification.allOf(within.atAll(), equal("customerId", customerId),
                (row, query, builder) -> builder.notEqual(row.get("caseNumber"), caseNumber.value()));
        return records.findBy(conditions, query -> query.sortBy(Sort.by("openedAt", "caseNumber").descending())
                .limit(most).all()).stream().map(this::summary).toList();
    }

    /** The cases of these numbers, for a door that has checked who asks. */
    List<CaseSummary> all(Collection<CaseNumber> caseNumbers) {
        var numbers = caseNumbers.stream().map(CaseNumber::value).toList();
        return numbers.isEmpty() ? List.of() : records.findByCaseNumberIn(numbers).stream().map(this::summary).toList();
    }

    /** Whether the case meets the condition. */
    boolean isOneOf(Specification<CaseRecord> condition, CaseNumber caseNumber) {
        return records.exists(condition.and(equal("caseNumber", caseNumber.value())));
    }

    /** All cases of a customer, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<CaseSummary> ofCustomer(String customerId) {
        return records.findByCustomerIdOrderByCaseNumber(customerId).stream().map(this::summary).toList();
    }

    private static Specification<CaseRecord> equal(String field, @Nullable Object value) {
        return (row, query, builder) -> value == null ? null : builder.equal(row.get(field), value);
    }

    private CaseRecord load(CaseNumber caseNumber) {
        return records.findById(caseNumber.value())
                .orElseThrow(() -> new NotFound("There is no case " + caseNumber + "."));
    }

    private CaseSummary summary(CaseRecord record) {
        return new CaseSummary(record.number().value(), record.kind(), record.status(), record.outcome(),
                record.orderNumber(), record.customerId(), record.owner(), local(record.openedAt(), clock),
                local(record.closedAt(), clock));
    }

    private TimelineEntry entry(TimelineRecord record) {
        return new TimelineEntry(local(record.happenedAt(), clock), record.actor(), record.what(),
                record.isSaid() ? record.text() : words.readIfSaid(record.text()));
    }
}
