package dev.kefu.refunds.web;

import dev.kefu.refunds.PayoutContradiction;
import dev.kefu.refunds.PayoutEventStatus;
import dev.kefu.refunds.PayoutReport;
import dev.kefu.refunds.PayoutReports;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the payment service reports by itself, and what of it finance has to look at. */
@RestController
@Tag(name = "Payouts", description = "What the payment service reports later, once or more often")
@RequestMapping("/api/payout-events")
class PayoutEventController {

    private static final String EVENT = """
            {"eventId": "E-1", "refundId": "KF-2026-000001-1-1", "status": "PAID", "reference": "B-1"}
            """;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REFERENCE = 255;
    private static final int LONGEST_REASON = 400;

    private final PayoutReports reports;
    private final Actors actors;

    PayoutEventController(PayoutReports reports, Actors actors) {
        this.reports = reports;
        this.actors = actors;
    }

    record Event(@Nullable String eventId, @Nullable String refundId, @Nullable String status, @Nullable String reference,
            @Nullable String reason) {

        /** @throws RuleViolation naming every field that is missing or unfit */
        PayoutReport report() {
            var found = new Violations();
            requireId("eventId", eventId, found);
            requireId("refundId", refundId, found);
            var known = Arrays.stream(PayoutEventStatus.values())
                    .filter(each -> status != null && each.name().equals(status.strip().toUpperCase(Locale.ROOT))).findFirst();
            if (known.isEmpty()) {
                found.add("status", "input", "status must be PAID or FAILED.");
            }
            if (reference != null && reference.length() > LONGEST_REFERENCE) {
                // Cut off it would find no payment
                found.add("reference", "input", "reference has more than " + LONGEST_REFERENCE + " characters.");
            }
            found.refuseIfAny();
            return new PayoutReport(eventId, refundId, known.orElseThrow(), shown(reference, LONGEST_REFERENCE),
                    shown(reason, LONGEST_REASON));
        }

        private static void requireId(String field, @Nullable String id, Violations found) {
            if (id == null || Text.isBlank(id)) {
                found.add(field, "input", field + " is needed.");
            } else if (id.length() > LONGEST_ID || !Text.isVisible(id)) {
                found.add(field, "input", field + " has more than " + LONGEST_ID + " characters, or some that can't be shown.");
            }
        }

        /** News about money is not refused for how it is told. */
        @Nullable
        private static String shown(@Nullable String text, int longest) {
            return text == null || Text.isBlank(text) ? null : Text.shortened(Text.visiblePart(text), longest);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void receive(@RequestBody @Schema(example = EVENT) Event event) {
        actors.requireAnyOf(Groups.INTEGRATIONS);
        reports.receive(event.report());
    }

    /** Finance acts on them, auditors read them. */
    @GetMapping("/contradictions")
    List<PayoutContradiction> contradictions() {
        actors.requireAnyOf(Groups.FINANCE, Groups.AUDITORS);
        return reports.contradictions();
    }
}
