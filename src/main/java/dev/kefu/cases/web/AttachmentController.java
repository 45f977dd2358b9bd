package dev.kefu.cases.web;

import dev.kefu.cases.Attachment;
import dev.kefu.cases.CaseAccess;
import dev.kefu.cases.CaseAttachments;
import dev.kefu.cases.NewAttachment;
import dev.kefu.shared.RuleViolation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a case over HTTP. What comes out can do nothing in a browser but be looked at. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/attachments")
@Tag(name = "Attachments", description = "Photos, evidence and letters of a case")
class AttachmentController {

    private final CaseAttachments attachments;
    private final CaseAccess access;

    AttachmentController(CaseAttachments attachments, CaseAccess access) {
        this.attachments = attachments;
        this.access = access;
    }

    record Removal(@Nullable String reason) {
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Attachment add(@PathVariable String caseNumber, @RequestPart MultipartFile file,
            @RequestParam(required = false) @Nullable String description, HttpServletRequest request)
            throws IOException, ServletException {
        requireOne(request);
        return attachments.add(CaseController.number(caseNumber),
                new NewAttachment(file.getOriginalFilename(), description, file.getSize(), file::getInputStream));
    }

    @GetMapping
    List<Attachment> list(@PathVariable String caseNumber) {
        return attachments.of(access.see(CaseController.number(caseNumber)));
    }

    @GetMapping("/{id}")
    void open(@PathVariable String caseNumber, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        var attachment = attachments.find(CaseController.number(caseNumber), id);
        response.setContentType(attachment.type().startsWith("text/")
                ? attachment.type() + ";charset=UTF-8" : attachment.type());
        response.setContentLengthLong(attachment.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment).toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        attachments.read(attachment, response.getOutputStream());
    }

    @PostMapping("/{id}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String caseNumber, @PathVariable String id, @RequestBody Removal removal) {
        attachments.remove(CaseController.number(caseNumber), id, removal.reason());
    }

    /** Of several files, all but one would be lost without a word. */
    private static void requireOne(HttpServletRequest request) throws IOException, ServletException {
        if (request.getParts().stream().filter(part -> part.getSubmittedFileName() != null).count() > 1) {
            throw new RuleViolation("file", "input", "There are several files; send one at a time, in a part called file.");
        }
    }

    /** Pictures are shown; a PDF is opened by a program of its own, because in a sandbox browsers show none. */
    private static ContentDisposition disposition(Attachment attachment) {
        var disposition = attachment.type().startsWith("image/") ? ContentDisposition.inline() : ContentDisposition.attachment();
        return disposition.filename(attachment.name(), StandardCharsets.UTF_8).build();
    }
}
