package dev.kefu.notices.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.notices.NoticeListener;
import dev.kefu.notices.Notices;
import dev.kefu.shared.Language;
import dev.kefu.workflow.HeldLogin;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * Server-sent events for one page, written only when its connection takes them: nobody ever waits for it. It holds what is
 * to be written next and nothing more; news replaces what was not heard yet.
 */
final class EventStream implements NoticeListener, WriteListener, AsyncListener {

    /** Whoever takes nothing for so many beats is gone, even if nothing told us so. */
    private static final int MOST_UNHEARD_BEATS = 4;

    private static final byte[] BEAT = event("event: beat\ndata: {}\n\n");

    private final HeldLogin login;
    private final Language language;
    private final ObjectMapper json;
    private final Supplier<OffsetDateTime> clock;
    private final AsyncContext async;
    private final ServletOutputStream out;
    @Nullable
    private Notices.Page now;
    private List<Long> news = List.of();
    private boolean isBeatDue;
    private int unheardBeats;
    @Nullable
    private Ending ending;
    private boolean isOpen;
    private boolean isFlushed = true;
    private boolean isGoodbyeSaid;
    private boolean isGone;

    EventStream(HeldLogin login, Language language, ObjectMapper json, Supplier<OffsetDateTime> clock, AsyncContext async)
            throws IOException {
        this.login = login;
        this.language = language;
        this.json = json;
        this.clock = clock;
        this.async = async;
        this.out = async.getResponse().getOutputStream();
    }

    /** From here on events are written. */
    void open() {
        async.addListener(this);
        out.setWriteListener(this);
    }

    /**
     * @param news besides the notices, the numbers of those that the page did not know
     * @param now  by the clock that says what is late
     */
    record State(@JsonUnwrapped Notices.Page page, List<Long> news, OffsetDateTime now) {
    }

    @Override
    public HeldLogin login() {
        return login;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public synchronized void tell(Notices.Page page, List<Long> unknown) {
        if (ending != null) {
            return;
        }
        news = now == null ? unknown : Stream.concat(news.stream(), unknown.stream()).distinct().toList();
        now = page;
        write();
    }

    @Override
    public synchronized void beat() {
        unheardBeats = isBeatDue ? unheardBeats + 1 : 0;
        isBeatDue = true;
        write();
        if (unheardBeats >= MOST_UNHEARD_BEATS || ending != null) {
            close();
        }
    }

    @Override
    public synchronized void end(Ending why) {
        if (ending == null) {
            ending = why;
            write();
        }
    }

    @Override
    public synchronized boolean isGone() {
        return isGone;
    }

    @Override
    public synchronized void onWritePossible() {
        isOpen = true;
        write();
    }

    private void write() {
        try {
            while (isOpen && !isGone && out.isReady()) {
                var next = next();
                if (next != null) {
                    out.write(next);
                    isFlushed = false;
                } else if (!isFlushed) {
                    out.flush();
                    isFlushed = true;
                } else {
                    if (ending != null) {
                        close();
                    }
                    return;
                }
            }
        } catch (IOException | IllegalStateException broken) {
            close();
        }
    }

    @Nullable
    private byte[] next() throws IOException {
        if (now != null) {
            var event = event("id: " + now.latest() + "\nevent: notices\ndata: " + written(new State(now, news, clock.get())) + "\n\n");
            now = null;
            news = List.of();
            return event;
        }
        if (isBeatDue) {
            isBeatDue = false;
            return BEAT;
        }
        if (ending != null && !isGoodbyeSaid) {
            isGoodbyeSaid = true;
            return event("event: end\ndata: {\"why\": \"" + ending + "\"}\n\n");
        }
        return null;
    }

    private String written(State state) throws JsonProcessingException {
        return json.writeValueAsString(state);
    }

    private static byte[] event(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void close() {
        if (!isGone) {
            isGone = true;
            complete();
        }
    }

    private void complete() {
        try {
            async.complete();
        } catch (IllegalStateException completed) {
            // The server was quicker
        }
    }

    @Override
    public synchronized void onError(Throwable broken) {
        close();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        isGone = true;
        // Also if it was done: a server that finds the connection broken forgets it, and adds its own page of errors
        complete();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        isGone = true;
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it anew
    }
}
