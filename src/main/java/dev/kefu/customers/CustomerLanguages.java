package dev.kefu.customers;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.Language;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which language customers want to be written to: what they ask for here outweighs what the shop tells. */
@Service
@Transactional
public class CustomerLanguages {

    private final CustomerRecords customers;
    private final Actors actors;

    CustomerLanguages(CustomerRecords customers, Actors actors) {
        this.customers = customers;
        this.actors = actors;
    }

    /**
     * @param language null if nobody told one; the house's default counts then
     * @param asked    whether the customer asked for it, and not the shop told it
     */
    public record Spoken(String customerId, @Nullable Language language, boolean asked) {
    }

    /**
     * @throws NotFound if there is no such customer
     * @throws dev.kefu.shared.Forbidden if the acting person does not serve customers
     */
    @Transactional(readOnly = true)
    public Spoken of(String customerId) {
        requireStaff();
        requireName(customerId);
        return customers.findByCustomerId(customerId).orElseThrow(CustomerLanguages::unknown).spoken();
    }

    /**
     * Keeps what the customer asked for.
     *
     * @param code {@code zh} or {@code en}; null takes back what was asked, so that the shop's counts again
     * @throws NotFound      if there is no such customer
     * @throws Conflict      if they were erased
     * @throws RuleViolation if the language is none of ours
     * @throws dev.kefu.shared.Forbidden if the acting person does not serve customers
     */
    public Spoken ask(String customerId, @Nullable String code) {
        requireStaff();
        requireName(customerId);
        var language = code == null ? null : Language.of(code).orElseThrow(() ->
                new RuleViolation("language", "input", "We write in zh or en."));
        var customer = customers.hold(customerId).orElseThrow(CustomerLanguages::unknown);
        customer.asksFor(language);
        return customer.spoken();
    }

    private void requireStaff() {
        actors.requireAnyOf(Groups.CUSTOMER_STAFF.toArray(String[]::new));
    }

    private static void requireName(String customerId) {
        if (!Text.isPlain(customerId)) {
            throw unknown();
        }
    }

    private static NotFound unknown() {
        return new NotFound("There is no such customer.");
    }
}
