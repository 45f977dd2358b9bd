package dev.kefu.customers;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.Listed;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.PersonalData;
import dev.kefu.shared.Reason;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a customer's data is handed over and erased on their request (CUS-4), by supervisors and administrators, each time
 * with a reason that auditors read.
 */
@Service
@Transactional
public class PrivacyDesk {

    /** How many requests one page shows. */
    public static final int PAGE_SIZE = 50;

    private static final String[] CLERKS = {Groups.SUPERVISORS, Groups.ADMINISTRATORS};

    private final CustomerRecords customers;
    private final PrivacyRequests requests;
    private final ObjectProvider<PersonalData> holders;
    private final Actors actors;
    private final Clock clock;

    PrivacyDesk(CustomerRecords customers, PrivacyRequests requests, ObjectProvider<PersonalData> holders, Actors actors,
            Clock clock) {
        this.customers = customers;
        this.requests = requests;
        this.holders = holders;
        this.actors = actors;
        this.clock = clock;
    }

    /** @param reason never tells who the customer is */
    public record Request(PrivacyRequestKind kind, String customerId, String requestedBy, OffsetDateTime requestedAt,
            String reason) {
    }

    /**
     * Everything that is held about the customer, by the part of the house that holds it. Asking is kept.
     *
     * @throws NotFound if there is no such customer
     * @throws dev.kefu.shared.Forbidden if the acting person is neither supervisor nor administrator
     * @throws RuleViolation without a reason
     */
    public Map<String, Object> export(String customerId, @Nullable String reason) {
        requireKnown(customerId);
        keep(PrivacyRequestKind.EXPORT, customerId, unnamed(reason, wordsFor(customerId)));
        var held = new LinkedHashMap<String, Object>();
        holders.stream().forEach(each -> held.put(each.part(), each.heldAbout(customerId)));
        return held;
    }

    /**
     * Removes who the customer is, what people wrote and what they attached; what happened and the money stay. Orders that
     * were told before don't bring them back, a new order makes them known again. A second time removes what was added
     * meanwhile.
     *
     * @throws NotFound if there is no such customer
     * @throws dev.kefu.shared.Forbidden if the acting person is neither supervisor nor administrator
     * @throws Conflict while a case is open or a refund not settled; names them
     * @throws RuleViolation without a reason
     */
    public void erase(String customerId, @Nullable String reason) {
        requireKnown(customerId);
        var words = wordsFor(customerId);
        var why = unnamed(reason, words);
        requireNoObjection(customerId);
        var erasure = new Erasure(customerId, words, why);
        holders.stream().forEach(each -> each.erase(erasure));
        // A case that began meanwhile held its order until it was there to be seen; now the orders are held here
        requireNoObjection(customerId);
        keep(PrivacyRequestKind.ERASURE, customerId, why);
    }

    /**
     * What was asked of customers' data, newest first.
     *
     * @param page counting from 0
     */
    @Transactional(readOnly = true)
    public List<Request> requests(int page) {
        actors.requireAnyOf(Groups.AUDITORS, Groups.SUPERVISORS);
        return requests.findByOrderByIdDesc(PageRequest.of(page, PAGE_SIZE)).stream()
                .map(each -> new Request(each.kind(), each.customerId(), each.requestedBy(),
                        each.requestedAt().atZone(clock.getZone()).toOffsetDateTime(), each.reason()))
                .toList();
    }

    private void requireKnown(String customerId) {
        actors.requireAnyOf(CLERKS);
        if (!Text.isPlain(customerId) || customers.hold(customerId).isEmpty()) {
            throw new NotFound("There is no such customer.");
        }
    }

    private void requireNoObjection(String customerId) {
        var objections = holders.stream().flatMap(each -> each.objectionsToErasing(customerId).stream()).distinct().toList();
        if (!objections.isEmpty()) {
            throw new Conflict("Customer " + customerId + " can't be erased yet. " + objections.stream().collect(Listed.sentences()));
        }
    }

    private Set<String> wordsFor(String customerId) {
        return holders.stream().flatMap(each -> each.wordsFor(customerId).stream()).collect(Collectors.toSet());
    }

    private void keep(PrivacyRequestKind kind, String customerId, String reason) {
        requests.save(PrivacyRequest.made(kind, customerId, actors.current(), reason, clock.instant()));
    }

    /** The reason outlives the data, so it must not name the customer. */
    private static String unnamed(@Nullable String reason, Set<String> words) {
        return Reason.given(reason, 1).unnamed(words).words();
    }
}
