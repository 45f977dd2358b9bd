package dev.kefu.orders;

import dev.kefu.cases.CaseAccess;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.SearchKey;
import dev.kefu.shared.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds an order by whatever the customer, the parcel or a colleague says: its number, a telephone, a name, a tracking number. */
@Service
@Transactional(readOnly = true)
public class OrderSearch {

    /** How many orders one page shows. */
    public static final int PAGE_SIZE = 20;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int SHORTEST_PHONE = 5;
    private static final int SHORTEST_BEGINNING = 3;

    private final OrderRows rows;
    private final List<FindsOrders> others;
    private final OrderSight sight;
    private final CaseAccess cases;

    OrderSearch(OrderRows rows, List<FindsOrders> others, OrderSight sight, CaseAccess cases) {
        this.rows = rows;
        this.others = others;
        this.sight = sight;
        this.cases = cases;
    }

    /** @param more whether there is another page */
    public record Page(int page, boolean more, List<FoundOrder> orders) {
    }

    /**
     * Orders that the text names in any way that the acting person may use, newest first. Customers who were erased are not
     * found by who they were.
     *
     * @param page counting from 0
     * @throws RuleViolation on {@code query} if it is too short to mean one of them, or too long
     * @throws dev.kefu.shared.Forbidden if the acting person may not look for orders
     */
    public Page find(@Nullable String query, int page) {
        var ways = sight.ways();
        var text = Text.composed(Objects.requireNonNullElse(query, ""));
        var key = Optional.ofNullable(SearchKey.ofNumber(text));
        if (key.isEmpty() || key.get().length() < SHORTEST) {
            throw new RuleViolation("query", "input", "Say by what to look: at least " + SHORTEST + " letters or digits.");
        }
        if (text.length() > LONGEST || !Text.isPlain(text)) {
            throw new RuleViolation("query", "input", "This is too long for a number or a name, or has signs that neither has.");
        }
        var found = rows.page(conditions(text, key.get(), ways), page * PAGE_SIZE, PAGE_SIZE + 1);
        return new Page(page, found.size() > PAGE_SIZE,
                rows.whole(found.stream().limit(PAGE_SIZE).toList(), sight.inLists(ways)));
    }

    private List<OrderRows.Condition> conditions(String text, String key, Set<FoundBy> ways) {
        var conditions = new ArrayList<OrderRows.Condition>();
        conditions.add(OrderRows.Condition.numbers(FoundBy.ORDER_NUMBER, spellings(text)));
        CaseNumber.typed(text).flatMap(cases::orderOf)
                .ifPresent(order -> conditions.add(OrderRows.Condition.numbers(FoundBy.CASE_NUMBER, List.of(order))));
        others.stream().flatMap(each -> each.ordersOf(key).stream()).filter(hit -> ways.contains(hit.by()))
                .forEach(hit -> conditions.add(OrderRows.Condition.numbers(hit.by(), List.of(hit.orderNumber()))));
        conditions.add(OrderRows.Condition.tracking(key));
        SearchKey.ofPossiblePhone(text).filter(phone -> phone.length() >= SHORTEST_PHONE)
                .ifPresent(phone -> conditions.add(OrderRows.Condition.phone(phone)));
        var name = SearchKey.ofName(text);
        if (name != null && name.codePoints().anyMatch(Character::isLetter)) {
            conditions.add(OrderRows.Condition.name(name, isTelling(name)));
        }
        return conditions.stream().filter(each -> ways.contains(each.by())).toList();
    }

    /** A surname of one sign, or two letters, begin the names of half a town. */
    private static boolean isTelling(String name) {
        return name.codePointCount(0, name.length()) >= SHORTEST_BEGINNING
                || name.codePointCount(0, name.length()) >= SHORTEST && name.codePoints().anyMatch(Character::isIdeographic);
    }

    /** Numbers are told by telephone without saying which letters are capitals. */
    private static List<String> spellings(String text) {
        return Stream.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)).distinct().toList();
    }
}
