package dev.kefu.customers.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.cases.CaseAttachments;
import dev.kefu.customers.PrivacyDesk;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers may ask about their data, over HTTP. They are named by the shop's number alone; the rest is in bodies. */
@RestController
@RequestMapping("/api")
@Validated
@Tag(name = "Privacy", description = "Hand over and erase a customer's data")
class PrivacyController {

    private static final String ZIP = "application/zip";
    private static final String DATA = "customer.json";

    private final PrivacyDesk desk;
    private final CaseAttachments attachments;
    private final ObjectMapper json;

    PrivacyController(PrivacyDesk desk, CaseAttachments attachments, ObjectMapper json) {
        this.desk = desk;
        this.attachments = attachments;
        this.json = json;
    }

    record Asked(@Nullable String reason) {
    }

    @PostMapping(path = "/customers/{customerId}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> export(@PathVariable String customerId, @RequestBody Asked asked) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(desk.export(customerId, asked.reason()));
    }

    /** The same as a file, with everything that was attached. */
    @PostMapping(path = "/customers/{customerId}/export", produces = ZIP)
    void exportWithFiles(@PathVariable String customerId, @RequestBody Asked asked, HttpServletResponse response)
            throws IOException {
        var held = desk.export(customerId, asked.reason());
        var files = attachments.ofCustomer(customerId);
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customer.zip\"");
        try (var zip = new ZipOutputStream(response.getOutputStream())) {
            zip.putNextEntry(new ZipEntry(DATA));
            json.writerWithDefaultPrettyPrinter().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(zip, held);
            for (var file : files) {
                zip.putNextEntry(new ZipEntry("attachments/" + file.id() + "/" + file.name()));
                attachments.read(file, zip);
            }
        }
    }

    @PostMapping("/customers/{customerId}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String customerId, @RequestBody Asked asked) {
        desk.erase(customerId, asked.reason());
    }

    @GetMapping("/privacy-requests")
    List<PrivacyDesk.Request> requests(@RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page) {
        return desk.requests(page);
    }
}
