package dev.kefu.couriers.web;

import dev.kefu.cases.CaseAccess;
import dev.kefu.couriers.CourierTable;
import dev.kefu.couriers.CoverageSource;
import dev.kefu.couriers.Province;
import dev.kefu.couriers.RateCheck;
import dev.kefu.couriers.RateView;
import dev.kefu.couriers.csv.RateExport;
import dev.kefu.couriers.csv.RateImport;
import dev.kefu.couriers.csv.RateReport;
import dev.kefu.shared.Money;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Couriers' tables over HTTP: as a file, and row by row; also what couriers answered when somebody asked (PAR-4). */
@RestController
@Tag(name = "Couriers")
@RequestMapping("/api/couriers")
class RateController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CourierTable table;
    private final RateImport rateImport;
    private final CaseAccess access;
    private final CourierRights rights;
    private final Retries retries;
    private final Clock clock;

    RateController(CourierTable table, RateImport rateImport, CaseAccess access, CourierRights rights, Retries retries,
            Clock clock) {
        this.table = table;
        this.rateImport = rateImport;
        this.access = access;
        this.rights = rights;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * @param firstFee decimals, with {@code currency}; null like the weights where nobody said what it costs
     * @param source   who said whether the region is reached, {@code asOf} when
     * @param version  to be said by whoever changes the row
     */
    record RateAnswer(String courier, String province, @Nullable String city, boolean reached,
            @Nullable Integer firstWeightGrams, @Nullable String firstFee, @Nullable Integer stepGrams,
            @Nullable String stepFee, String currency, @Nullable Integer days, CoverageSource source,
            @Nullable LocalDate asOf, String changedBy, OffsetDateTime changedAt, int version) {

        static RateAnswer of(RateView rate, Clock clock) {
            var tariff = rate.tariff();
            return new RateAnswer(rate.courier(), rate.province(), rate.city(), rate.reached(),
                    tariff == null ? null : tariff.firstWeightGrams(), tariff == null ? null : tariff.firstFee().decimal(),
                    tariff == null ? null : tariff.stepGrams(), tariff == null ? null : tariff.stepFee().decimal(),
                    Money.CNY.getCurrencyCode(), rate.days(), rate.source(), rate.asOf(), rate.changedBy(),
                    rate.changedAt().atZone(clock.getZone()).toOffsetDateTime(), rate.version());
        }
    }

    /**
     * What {@code GET} says may come back; who changed it when is not for callers to say. A source of {@code TELEPHONE} or
     * {@code WEB_SITE} without fees and days says only whether the courier goes there: the rest of the row stays.
     *
     * @param version the one that was seen; left out for a new row
     */
    record RateBody(@Nullable String province, @Nullable String city, @Nullable Boolean reached,
            @Nullable Integer firstWeightGrams, @Nullable BigDecimal firstFee, @Nullable Integer stepGrams,
            @Nullable BigDecimal stepFee, @Nullable Integer days, @Nullable String source, @Nullable LocalDate asOf,
            @Nullable Integer version, @Nullable String courier, @Nullable String currency, @Nullable String changedBy,
            @Nullable OffsetDateTime changedAt) {

        RateCheck said(LocalDate today) {
            return new RateCheck(province, city, reached, firstWeightGrams, firstFee, stepGrams, stepFee, days, source,
                    Objects.requireNonNullElse(asOf, today));
        }
    }

    @GetMapping("/{code}/rates")
    List<RateAnswer> ratesOf(@PathVariable String code) {
        access.requireStaff();
        return table.ratesOf(code).stream().map(rate -> RateAnswer.of(rate, clock)).toList();
    }

    @PutMapping("/{code}/rates")
    RateAnswer put(@PathVariable String code, @RequestBody RateBody body) {
        rights.requireAsker();
        requireMoneyOfHouse(body.currency());
        var today = LocalDate.now(clock);
        var said = body.said(today);
        var isAnswer = CoverageSource.TELEPHONE.name().equals(said.source())
                || CoverageSource.WEB_SITE.name().equals(said.source());
        if (!isAnswer) {
            rights.requireKeeper();
        }
        var draft = said.checked(today);
        return retries.inTransaction(() -> {
            if (isAnswer && !(said.hasTariffOrDays() && rights.keepsTables())) {
                table.noteCoverage(code, draft, body.version());
            } else {
                table.store(code, draft, body.version());
            }
            return RateAnswer.of(table.row(code, draft.province(), draft.city()), clock);
        });
    }

    /** Takes a row out of the table; without {@code city} that of the whole province. */
    @DeleteMapping("/{code}/rates")
    ResponseEntity<Void> remove(@PathVariable String code, @RequestParam(defaultValue = "") String province,
            @RequestParam(required = false) String city, @RequestParam(required = false) @Nullable Integer version) {
        rights.requireKeeper();
        if (version == null) {
            throw new RuleViolation("version", "input", "Say as version which one you saw.");
        }
        var region = Province.called(province).orElseThrow(() -> new NotFound("There is no such row."));
        retries.inTransaction(() -> {
            table.remove(code, region, city, version);
            return null;
        });
        return ResponseEntity.noContent().build();
    }

    /** One row per courier and region; the same file again changes nothing, and a bad row is refused alone. */
    @PostMapping(path = "/rates/import", consumes = "text/csv")
    RateReport importRates(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream csv) throws IOException {
        rights.requireKeeper();
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new RuleViolation("file", "input", "The file is read as UTF-8, not as %s.".formatted(type.getCharset()));
        }
        return rateImport.run(csv);
    }

    /** The tables of all couriers, or of one, as the import reads them. */
    @GetMapping(path = "/rates/export", produces = "text/csv")
    ResponseEntity<String> export(@RequestParam(required = false) String courier) {
        access.requireStaff();
        var rates = courier == null || courier.isBlank() ? table.allRates() : table.ratesOf(courier);
        return ResponseEntity.ok().contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"couriers-" + LocalDate.now(clock) + ".csv\"")
                .body(RateExport.of(rates));
    }

    private static void requireMoneyOfHouse(@Nullable String currency) {
        if (currency != null && !currency.equals(Money.CNY.getCurrencyCode())) {
            throw new RuleViolation("currency", "input", "Couriers' tables are in CNY.");
        }
    }
}
