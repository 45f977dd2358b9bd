package dev.kefu.notices.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.language.ReaderLanguage;
import dev.kefu.notices.NoticeStreams;
import dev.kefu.notices.NoticeSwitches;
import dev.kefu.notices.Notices;
import dev.kefu.workflow.Logins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.lang.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is new for whoever asks, and how they want to be told. */
@RestController
@Validated
@Tag(name = "Notices", description = "New and overdue tasks for whoever asks")
class NoticeController {

    private final Notices notices;
    private final NoticeSwitches switches;
    private final NoticeStreams streams;
    private final Logins logins;
    private final ReaderLanguage language;
    private final ObjectMapper json;

    NoticeController(Notices notices, NoticeSwitches switches, NoticeStreams streams, Logins logins, ReaderLanguage language,
            ObjectMapper json) {
        this.notices = notices;
        this.switches = switches;
        this.streams = streams;
        this.logins = logins;
        this.language = language;
        this.json = json;
    }

    @GetMapping("/api/notices")
    Notices.Page mine() {
        return notices.mine();
    }

    /** @param until the number of the newest notice that was read */
    record Read(@NotNull Long until) {
    }

    @PostMapping("/api/notices/read")
    Notices.Page read(@RequestBody @Validated Read read) {
        return notices.read(read.until());
    }

    /**
     * The same as server-sent events: {@code notices} with the whole answer and the numbers of those that are new since the
     * last one, {@code beat} that the house is there, {@code end} why nothing more comes.
     */
    @Operation(summary = "Listen for notices", description = "Server-sent events; Last-Event-ID tells which were seen.")
    @GetMapping(path = "/api/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(HttpServletRequest request, HttpServletResponse response,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen) throws IOException {
        var now = notices.mine();
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        // Nothing on the way may keep an event back to send it together with others
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        var login = logins.hold();
        var async = request.startAsync();
        // It lasts as long as the login and the page do
        async.setTimeout(0);
        try {
            listen(new EventStream(login, language.current(), json, async), now, number(lastSeen));
        } catch (RuntimeException | IOException failure) {
            // Nothing else would ever end it
            async.complete();
            throw failure;
        }
    }

    private void listen(EventStream stream, Notices.Page now, @Nullable Long lastSeen) {
        try {
            streams.add(stream, now, lastSeen);
            stream.open();
        } catch (RuntimeException failure) {
            streams.remove(stream);
            throw failure;
        }
    }

    /** Whatever is no number was not sent by us. */
    @Nullable
    private static Long number(@Nullable String lastSeen) {
        return lastSeen != null && lastSeen.matches("\\d{1,18}") ? Long.valueOf(lastSeen) : null;
    }

    @GetMapping("/api/me/notices")
    NoticeSwitches.Switches switches() {
        return switches.mine();
    }

    /** @param switches those that are to change; the others stay as they are */
    record Changes(@NotNull @Size(max = 20) List<NoticeSwitches.Change> switches) {
    }

    @PutMapping("/api/me/notices")
    NoticeSwitches.Switches change(@RequestBody @Validated Changes changes) {
        return switches.change(changes.switches());
    }
}
