package dev.kefu.couriers.web;

import dev.kefu.cases.CaseAccess;
import dev.kefu.couriers.CourierQuote;
import dev.kefu.couriers.CourierTable;
import dev.kefu.couriers.Couriers;
import dev.kefu.couriers.Destination;
import dev.kefu.couriers.RateCheck;
import dev.kefu.language.HouseWords;
import dev.kefu.shared.Language;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What couriers take for a parcel, for all staff: to tell the customer at once (SHP-4). */
@RestController
@Tag(name = "Couriers")
@RequestMapping("/api/couriers/quote")
class QuoteController {

    private static final Pattern WEIGHT = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?) ?(g|kg|克|千克|公斤)?");
    private static final int MOST_GRAMS = 1_000_000;

    private final Couriers couriers;
    private final CourierTable table;
    private final CaseAccess access;
    private final HouseWords words;

    QuoteController(Couriers couriers, CourierTable table, CaseAccess access, HouseWords words) {
        this.couriers = couriers;
        this.table = table;
        this.access = access;
        this.words = words;
    }

    /**
     * @param fee         a decimal, with {@code currency}; null where nobody knows it
     * @param difference  what a customer pays who pays the difference; null where nobody knows the fee
     * @param explanation which row, which weight step, which sum, in the reader's language
     */
    record QuoteAnswer(String courier, String name, boolean reached, @Nullable String fee, @Nullable String difference,
            String currency, @Nullable Integer days, boolean isDefault, boolean freeOfDifference, String explanation,
            @Nullable String coverageSource, @Nullable LocalDate coverageAsOf) {
    }

    /**
     * @param weight  in grams, or such as {@code 1.5kg}
     * @param courier code or name of one courier; all that are used if there is none
     */
    @GetMapping
    List<QuoteAnswer> quote(@RequestParam(required = false) String province, @RequestParam(required = false) String city,
            @RequestParam(required = false) String weight, @RequestParam(required = false) String courier) {
        access.requireStaff();
        var found = new Violations();
        RateCheck.requireCity(RateCheck.region(province, found).orElse(null), city, found);
        var grams = grams(weight);
        if (grams < 1 || grams > MOST_GRAMS) {
            found.add("weight", "input", "weight must be from 1 g to %d g, written as 1500, 1500g or 1.5kg.".formatted(MOST_GRAMS));
        }
        found.refuseIfAny();
        var to = new Destination(province, city);
        var quotes = courier == null || courier.isBlank() ? couriers.quotes(to, grams)
                : List.of(couriers.quote(courier, to, grams).orElseThrow(
                        () -> new RuleViolation("courier", "SHP-3", "There is no courier %s.".formatted(courier))));
        return quotes.stream().map(this::answer).toList();
    }

    private QuoteAnswer answer(CourierQuote quote) {
        var name = words.language() == Language.ZH ? quote.name() : table.courier(quote.courier()).nameEn();
        return new QuoteAnswer(quote.courier(), name, quote.reached(), decimal(quote.fee()), decimal(quote.difference()),
                Money.CNY.getCurrencyCode(), quote.days(), quote.isDefault(), quote.freeOfDifference(),
                words.read(quote.explanation()), quote.coverageSource(), quote.coverageAsOf());
    }

    @Nullable
    private static String decimal(@Nullable Money money) {
        return money == null ? null : money.decimal();
    }

    /** Begun grams count; none if it can't be read. */
    private static int grams(@Nullable String weight) {
        var typed = WEIGHT.matcher(weight == null ? ""
                : Normalizer.normalize(weight, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
        if (!typed.matches()) {
            return 0;
        }
        var isGrams = typed.group(2) == null || typed.group(2).equals("g") || typed.group(2).equals("克");
        var grams = new BigDecimal(typed.group(1)).multiply(isGrams ? BigDecimal.ONE : BigDecimal.valueOf(1000));
        return grams.setScale(0, RoundingMode.CEILING).min(BigDecimal.valueOf(MOST_GRAMS + 1L)).intValueExact();
    }
}
