package dev.kefu.cases.web;

import dev.kefu.cases.CasePage;
import dev.kefu.cases.CaseQuery;
import dev.kefu.cases.CaseSearch;
import dev.kefu.cases.CaseStatus;
import dev.kefu.cases.QueryText;
import dev.kefu.language.HouseWords;
import dev.kefu.shared.RuleViolation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search of cases over HTTP: page by page, or as a file for a spreadsheet. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseSearchController {

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final Set<String> BESIDES = Set.of("page", "format");

    private final CaseSearch search;
    private final HouseWords words;
    private final Clock clock;

    CaseSearchController(CaseSearch search, HouseWords words, Clock clock) {
        this.search = search;
        this.words = words;
        this.clock = clock;
    }

    private enum Format {
        JSON, CSV
    }

    /**
     * The cases that meet all conditions, newest first. With {@code format=csv}, or if {@code text/csv} alone is accepted,
     * all of them as a file; beyond {@link CaseSearch#MOST} it says that it was cut.
     *
     * @param openedFrom  a day in the shop's zone
     * @param openedUntil the last day
     * @param olderThan   opened more than so many days ago
     */
    @GetMapping
    @Nullable
    ResponseEntity<CasePage> search(@RequestParam(required = false) String kind, @RequestParam(required = false) CaseStatus status,
            @RequestParam(required = false) String orderNumber, @RequestParam(required = false) String customerId,
            @RequestParam(required = false) String owner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate openedFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate openedUntil,
            @RequestParam(required = false) Integer olderThan, @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "") String format,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireKnown(request);
        var query = new CaseQuery(kind, status, orderNumber, customerId, owner, openedFrom, openedUntil, olderThan, overdue);
        if (formatOf(format, request) == Format.JSON) {
            return ResponseEntity.ok(search.page(query, page));
        }
        new CaseTable(search, query, words).writeTo(() -> {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cases-" + LocalDate.now(clock) + ".csv\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            return response.getOutputStream();
        });
        return null;
    }

    /** A condition that is misspelt would be none, and all cases the answer; of one given twice, the second would be none. */
    private static void requireKnown(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (!QueryText.CONDITIONS.contains(name) && !BESIDES.contains(name)) {
                throw new RuleViolation(name, "input", "Cases are not searched by " + name + ".");
            }
            if (values.length > 1) {
                throw new RuleViolation(name, "input", name + " is given more than once.");
            }
        });
    }

    private static Format formatOf(String asked, HttpServletRequest request) {
        if (asked.isBlank()) {
            var accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return !accepted.isEmpty() && accepted.stream().allMatch(CSV::equalsTypeAndSubtype) ? Format.CSV : Format.JSON;
        }
        return Stream.of(Format.values()).filter(each -> each.name().equalsIgnoreCase(asked.strip())).findFirst()
                .orElseThrow(() -> new RuleViolation("format", "input", "The format is json or csv."));
    }
}
