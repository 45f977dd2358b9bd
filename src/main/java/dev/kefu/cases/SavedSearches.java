package dev.kefu.cases;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.Masked;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the searches that people keep, each for themselves. What is kept is the question: whoever asks it again finds
 * what they may see then.
 */
@Service
@Transactional
public class SavedSearches {

    /** Nobody keeps more. */
    public static final int MOST = 50;

    /** What would end a name in an address. */
    private static final Pattern UNFIT = Pattern.compile("[/\\\\;%?#]");
    private static final Pattern ONLY_DOTS = Pattern.compile("\\.+");

    private final SavedSearchRecords records;
    private final CaseAccess access;
    private final Actors actors;
    private final Clock clock;

    SavedSearches(SavedSearchRecords records, CaseAccess access, Actors actors, Clock clock) {
        this.records = records;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
    }

    /** @param query as in an address: {@code kind=product-return&status=OPEN} */
    public record Saved(String name, String query, OffsetDateTime savedAt) {
    }

    /** Those of the acting person, by name. */
    @Transactional(readOnly = true)
    public List<Saved> mine() {
        access.requireStaff();
        return records.findByPersonOrderByName(actors.current()).stream().map(this::view).toList();
    }

    /**
     * Keeps the question under the name; what was kept under it before is replaced.
     *
     * @throws RuleViolation if the name is none, or the query is not one that {@link QueryText} reads
     * @throws Conflict      if they keep as many as they may
     */
    public Saved keep(String name, String query) {
        access.requireStaff();
        var checkedName = checked(name);
        var checkedQuery = QueryText.of(QueryText.read(query));
        var kept = records.findByPersonAndName(actors.current(), checkedName);
        if (kept.isPresent()) {
            kept.get().ask(checkedQuery, clock.instant());
            return view(kept.get());
        }
        if (records.countByPerson(actors.current()) >= MOST) {
            throw new Conflict("You keep " + MOST + " searches already; remove one that you don't need any more.");
        }
        return view(records.save(SavedSearch.saved(actors.current(), checkedName, checkedQuery, clock.instant())));
    }

    /** @throws NotFound if the acting person keeps none of that name */
    public void remove(String name) {
        access.requireStaff();
        records.delete(records.findByPersonAndName(actors.current(), Text.composed(name))
                .orElseThrow(() -> new NotFound("You keep no search of that name.")));
    }

    /** A search whose name or question tells who the customer was goes with them. */
    void forget(Erasure erasure) {
        var words = Set.copyOf(erasure.words());
        records.findAll().stream()
                .filter(each -> Masked.says(each.name(), words) || Masked.says(QueryText.shown(each.query()), words))
                .forEach(records::delete);
    }

    private static String checked(String name) {
        var composed = Text.composed(name);
        if (Text.isBlank(composed) || composed.length() > SavedSearch.LONGEST_NAME) {
            throw new RuleViolation("name", "input", "A name has 1 to " + SavedSearch.LONGEST_NAME + " characters.");
        }
        if (!Text.isVisible(composed) || UNFIT.matcher(composed).find() || ONLY_DOTS.matcher(composed).matches()) {
            throw new RuleViolation("name", "input", "A name has letters, digits, spaces and none of / \\ ; % ? #.");
        }
        if (!composed.equals(Masked.text(composed, Set.of()))) {
            throw new RuleViolation("name", "CUS-4", "The name tells who a customer is; call the search something else.");
        }
        return composed;
    }

    private Saved view(SavedSearch search) {
        return new Saved(search.name(), search.query(), search.savedAt().atZone(clock.getZone()).toOffsetDateTime());
    }
}
