package dev.kefu.orders;

import dev.kefu.customers.Contact;
import dev.kefu.shared.Language;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * Checks an order as it was told and brings it into the one form in which it is stored: texts trimmed and composed
 * (Unicode NFC), amounts with the currency's decimals, what is missing and optional filled in, lines and shipments in
 * the order of their numbers. All that is wrong is said at once.
 */
final class OrderCheck {

    private static final String RULE = "input";
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:#-]*");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\n\\r\\u0085\\u2028\\u2029]+");
    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS_TYPED = 20;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Violations found = new Violations();
    private final OrderDraft told;
    private final Set<String> knownParcels;
    private final Currency currency;

    private OrderCheck(OrderDraft told, Set<String> knownParcels) {
        this.told = told;
        this.knownParcels = knownParcels;
        this.currency = currency(told.currency());
    }

    /**
     * The order in the form in which it is stored.
     *
     * @param knownParcels tracking numbers that the stored order has already. What it knows of them, such as that one came back and
     *                     its goods may be sent once more, this check does not: they are left to {@link Contradictions}
     * @throws RuleViolation with everything that is wrong; the fields are named as in the shop's JSON
     */
    static OrderDraft checked(OrderDraft told, Set<String> knownParcels) {
        return new OrderCheck(told, knownParcels).checked();
    }

    private OrderDraft checked() {
        var lines = each("lines", told.lines(), this::line);
        var shipments = each("shipments", told.shipments(), this::shipment);
        var checked = new OrderDraft(number("orderNumber", told.orderNumber(), "The order number"),
                number("customer.id", told.customerId(), "The customer's number"),
                consignee(told.consignee()),
                language(told.language()),
                text("channel", told.channel(), 60),
                currency == null ? null : currency.getCurrencyCode(),
                instant("paidAt", told.paidAt(), true),
                instant("deliveredAt", told.deliveredAt(), false),
                orNothing(amount("freight", told.freight(), "The freight")),
                orNothing(amount("discount", told.discount(), "The order's discount")),
                lines, shipments);
        if (lines.isEmpty()) {
            found.add("lines", RULE, "An order has at least one line.");
        }
        refuseTwice("lines", lines, OrderDraft.Line::line, "Line %s stands in the order twice.", "line");
        refuseTwice("shipments", shipments, OrderDraft.Shipment::trackingNumber,
                "Shipment %s stands in the order twice.", "trackingNumber");
        checkDiscount(checked);
        checkDelivery(checked);
        checkShipped(checked);
        found.refuseIfAny();
        return sorted(checked);
    }

    private OrderDraft.Line line(String at, OrderDraft.Line line) {
        var what = "Line " + line.line();
        if (line.line() < 1) {
            found.add(at + ".line", RULE, "A line needs a number, from 1 up.");
        }
        if (line.quantity() < 1 || line.quantity() > MOST_UNITS) {
            found.add(at + ".quantity", RULE, "%s has a quantity of %d; it must be from 1 to %d."
                    .formatted(what, line.quantity(), MOST_UNITS));
        }
        if (line.weightGrams() != null && line.weightGrams() < 0) {
            found.add(at + ".weightGrams", RULE, what + " has a negative weight.");
        }
        var checked = new OrderDraft.Line(line.line(), required(at + ".sku", line.sku(), 64, what + ": the SKU"),
                required(at + ".name", line.name(), 300, what + ": the name of the goods"),
                text(at + ".category", line.category(), 100), line.quantity(),
                amount(at + ".unitPrice", line.unitPrice(), what + ": the unit price"),
                amount(at + ".unitCost", line.unitCost(), what + ": the unit cost"),
                orNothing(amount(at + ".discount", line.discount(), what + ": the discount")), line.weightGrams());
        if (line.unitPrice() == null) {
            found.add(at + ".unitPrice", RULE, what + ": the unit price is missing.");
        } else if (checked.unitPrice() != null && net(checked).signum() < 0) {
            found.add(at + ".discount", RULE, "%s: the discount of %s is more than the %s that the goods cost."
                    .formatted(what, checked.discount().toPlainString(), gross(checked).toPlainString()));
        }
        return checked;
    }

    private OrderDraft.Shipment shipment(String at, OrderDraft.Shipment shipment) {
        var tracking = required(at + ".trackingNumber", shipment.trackingNumber(), 64, "The tracking number");
        var what = tracking == null ? "A shipment" : "Shipment " + tracking;
        if (shipment.shippedAt() == null) {
            found.add(at + ".shippedAt", RULE, what + " has no time of dispatch.");
        }
        if (shipment.lines().isEmpty()) {
            found.add(at + ".lines", RULE, what + " carries nothing.");
        }
        for (int i = 0; i < shipment.lines().size(); i++) {
            if (shipment.lines().get(i).quantity() < 1) {
                found.add("%s.lines[%d].quantity".formatted(at, i), RULE,
                        "%s carries a quantity of %d of line %d; it must be 1 or more."
                                .formatted(what, shipment.lines().get(i).quantity(), shipment.lines().get(i).line()));
            }
        }
        refuseTwice(at + ".lines", shipment.lines(), LineQuantity::line, what + " names line %s twice.", "line");
        return new OrderDraft.Shipment(required(at + ".courier", shipment.courier(), 60, what + ": the courier"),
                tracking, instant(at + ".shippedAt", shipment.shippedAt(), false),
                instant(at + ".deliveredAt", shipment.deliveredAt(), false), shipment.lines());
    }

    private Contact consignee(@Nullable Contact told) {
        var contact = told == null ? new Contact("", null, null, null) : told;
        var address = contact.address();
        return new Contact(required("customer.name", contact.name(), 100, "The customer's name"),
                text("customer.phone", contact.phone(), 40),
                text("customer.email", contact.email(), 254),
                new Contact.Address(text("customer.address.province", address.province(), 60),
                        text("customer.address.city", address.city(), 60),
                        text("customer.address.district", address.district(), 60),
                        text("customer.address.street", address.street(), 300),
                        text("customer.address.postcode", address.postcode(), 20)));
    }

    @Nullable
    private String language(@Nullable String told) {
        if (told == null || told.isBlank()) {
            return null;
        }
        if (Language.of(told).isEmpty()) {
            found.add("customer.language", RULE, "The customer's language must be zh or en.");
        }
        return told;
    }

    private void checkDiscount(OrderDraft order) {
        if (order.lines().stream().anyMatch(line -> line.unitPrice() == null || net(line).signum() < 0)) {
            return;
        }
        var goods = order.lines().stream().map(OrderCheck::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (order.discount().compareTo(goods) > 0) {
            found.add("discount", RULE, "The order's discount of %s is more than the %s that its goods cost."
                    .formatted(order.discount().toPlainString(), goods.toPlainString()));
        }
    }

    private void checkDelivery(OrderDraft order) {
        refuseBefore("deliveredAt", order.deliveredAt(), order.paidAt(), "The order was delivered before it was paid.");
        for (int i = 0; i < order.shipments().size(); i++) {
            var shipment = order.shipments().get(i);
            var field = "shipments[%d].deliveredAt".formatted(i);
            refuseBefore(field, shipment.deliveredAt(), shipment.shippedAt(),
                    "Shipment %s was delivered before it was shipped.".formatted(shipment.trackingNumber()));
            refuseBefore(field, shipment.deliveredAt(), order.paidAt(),
                    "Shipment %s was delivered before the order was paid.".formatted(shipment.trackingNumber()));
        }
    }

    private void checkShipped(OrderDraft order) {
        Map<Integer, Integer> left = new HashMap<>();
        order.lines().forEach(line -> left.putIfAbsent(line.line(), line.quantity()));
        for (int i = 0; i < order.shipments().size(); i++) {
            var carried = order.shipments().get(i).lines();
            for (int j = 0; j < carried.size(); j++) {
                var at = "shipments[%d].lines[%d]".formatted(i, j);
                var line = carried.get(j).line();
                if (!left.containsKey(line)) {
                    found.add(at + ".line", RULE, "Shipment %s carries line %d, which the order does not have."
                            .formatted(order.shipments().get(i).trackingNumber(), line));
                } else if (!isKnown(order.shipments().get(i))
                        && left.merge(line, -carried.get(j).quantity(), OrderCheck::sum) < 0) {
                    found.add(at + ".quantity", RULE, "More units of line %d were shipped than bought."
                            .formatted(line));
                }
            }
        }
    }

    private boolean isKnown(OrderDraft.Shipment shipment) {
        return shipment.trackingNumber() != null && knownParcels.contains(shipment.trackingNumber());
    }

    /** Far below zero is below zero, whatever somebody typed as a quantity. */
    private static int sum(int left, int right) {
        return (int) Math.max(Integer.MIN_VALUE / 2, Math.min(Integer.MAX_VALUE / 2, (long) left + right));
    }

    private OrderDraft sorted(OrderDraft order) {
        var lines = order.lines().stream().sorted(Comparator.comparingInt(OrderDraft.Line::line)).toList();
        var shipments = order.shipments().stream()
                .map(each -> new OrderDraft.Shipment(each.courier(), each.trackingNumber(), each.shippedAt(),
                        each.deliveredAt(),
                        each.lines().stream().sorted(Comparator.comparingInt(LineQuantity::line)).toList()))
                .sorted(Comparator.comparing(OrderDraft.Shipment::trackingNumber)).toList();
        return new OrderDraft(order.orderNumber(), order.customerId(), order.consignee(), order.language(), order.channel(),
                order.currency(), order.paidAt(), order.deliveredAt(), order.freight(), order.discount(), lines,
                shipments);
    }

    private <T> List<T> each(String field, List<T> items, BiFunction<String, T, T> check) {
        if (items.size() > OrderDraft.MOST_LINES) {
            found.add(field, RULE, "An order has at most %d %s.".formatted(OrderDraft.MOST_LINES, field));
            return List.of();
        }
        var checked = new ArrayList<T>(items.size());
        for (int i = 0; i < items.size(); i++) {
            checked.add(check.apply("%s[%d]".formatted(field, i), items.get(i)));
        }
        return checked;
    }

    private <T> void refuseTwice(String field, List<T> items, Function<T, Object> key, String message, String part) {
        var seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            var each = key.apply(items.get(i));
            if (each != null && !seen.add(each)) {
                found.add("%s[%d].%s".formatted(field, i, part), RULE, message.formatted(each));
            }
        }
    }

    private void refuseBefore(String field, @Nullable Instant later, @Nullable Instant earlier, String message) {
        if (later != null && earlier != null && later.isBefore(earlier)) {
            found.add(field, RULE, message);
        }
    }

    @Nullable
    private Currency currency(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return Money.CNY;
        }
        try {
            var known = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
            if (known.getDefaultFractionDigits() >= 0) {
                return known;
            }
        } catch (IllegalArgumentException unknown) {
            // said below, like a code that stands for no money, such as XAU
        }
        found.add("currency", RULE, "%s is no currency; expected is a code such as CNY.".formatted(shown(code)));
        return null;
    }

    @Nullable
    private BigDecimal amount(String field, @Nullable BigDecimal amount, String what) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            found.add(field, RULE, what + " is negative.");
            return null;
        }
        // The exponent first: writing out 1e999999999 would fill the memory.
        if ((long) amount.precision() - amount.scale() > MOST_DIGITS) {
            found.add(field, RULE, what + " is too large.");
            return null;
        }
        if (currency == null) {
            return null;
        }
        var digits = currency.getDefaultFractionDigits();
        if (amount.scale() > MOST_DECIMALS_TYPED || amount.stripTrailingZeros().scale() > digits) {
            found.add(field, RULE, "%s has more decimals than %s (%d).".formatted(what, currency, digits));
            return null;
        }
        return amount.setScale(digits);
    }

    private BigDecimal orNothing(@Nullable BigDecimal amount) {
        return amount == null ? Money.zero(currency == null ? Money.CNY : currency).amount() : amount;
    }

    @Nullable
    private Instant instant(String field, @Nullable Instant instant, boolean required) {
        if (instant == null) {
            if (required) {
                found.add(field, RULE, "The time of payment is missing.");
            }
            return null;
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            found.add(field, RULE, "%s is no time of this business.".formatted(instant));
            return null;
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    @Nullable
    private String number(String field, @Nullable String told, String what) {
        var number = required(field, told, 64, what);
        if (number != null && !NUMBER.matcher(number).matches()) {
            found.add(field, RULE, "%s %s has other signs than letters, digits and . _ : # -"
                    .formatted(what, shown(number)));
            return null;
        }
        return number;
    }

    @Nullable
    private String required(String field, @Nullable String told, int most, String what) {
        if (told == null || told.isBlank()) {
            found.add(field, RULE, what + " is missing.");
            return null;
        }
        return text(field, told, most);
    }

    /** One line of text; line breaks and tabs, as spreadsheets keep them inside a cell, become a space. */
    @Nullable
    private String text(String field, @Nullable String told, int most) {
        if (told == null || told.isBlank()) {
            return null;
        }
        var oneLine = LINE_BREAKS.matcher(told.strip()).replaceAll(" ");
        if (!oneLine.codePoints().allMatch(OrderCheck::isWritable)) {
            found.add(field, RULE, "%s contains signs that can't be stored.".formatted(named(field, oneLine)));
            return null;
        }
        var text = Text.composed(oneLine);
        if (text.length() > most) {
            found.add(field, RULE, isPersonal(field) ? "%s is longer than %d characters.".formatted(field, most)
                    : "%s… is longer than %d characters.".formatted(shown(text), most));
            return null;
        }
        return text;
    }

    private static boolean isWritable(int sign) {
        return !Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE;
    }

    /** What was typed, unless it tells who the customer is: reasons go to logs and screens of others (CUS-4). */
    private static String named(String field, String text) {
        return isPersonal(field) ? field : shown(text);
    }

    private static boolean isPersonal(String field) {
        return field.startsWith("customer.") && !field.equals("customer.id");
    }

    /** What was typed, short and printable. */
    private static String shown(String text) {
        var head = text.length() <= 40 ? text : text.substring(0, 40);
        return head.replaceAll("\\p{Cntrl}|\\p{Cs}", "?").strip();
    }

    private static BigDecimal net(OrderDraft.Line line) {
        return gross(line).subtract(line.discount());
    }

    private static BigDecimal gross(OrderDraft.Line line) {
        return line.unitPrice().multiply(BigDecimal.valueOf(line.quantity()));
    }
}
