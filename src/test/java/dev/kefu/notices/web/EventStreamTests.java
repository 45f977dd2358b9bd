package dev.kefu.notices.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.shared.Language;
import dev.kefu.workflow.HeldLogin;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** A stream whose page is gone, as the server tells it. */
class EventStreamTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T09:00:00+08:00");

    private final AsyncContext async = mock(AsyncContext.class);
    private final ServletOutputStream out = mock(ServletOutputStream.class);

    /** Else the server includes its page of errors in an answer that has begun, which nobody may see. */
    @Test
    void endsItsAnswerOnceMoreWhenTheServerFindsTheConnectionBroken() throws IOException {
        var stream = stream();
        willThrow(new IOException("Broken pipe")).given(out).write(any(byte[].class));
        stream.beat();
        verify(async).complete();

        stream.onError(new AsyncEvent(async, new IOException("Broken pipe")));

        verify(async, times(2)).complete();
        assertThat(stream.isGone()).isTrue();
    }

    @Test
    void doesNotMindThatTheServerWasQuicker() throws IOException {
        var stream = stream();
        willThrow(new IllegalStateException("complete")).given(async).complete();

        stream.onError(new AsyncEvent(async, new IOException("Connection reset")));

        assertThat(stream.isGone()).isTrue();
    }

    private EventStream stream() throws IOException {
        var response = mock(ServletResponse.class);
        given(async.getResponse()).willReturn(response);
        given(response.getOutputStream()).willReturn(out);
        given(out.isReady()).willReturn(true);
        var stream = new EventStream(mock(HeldLogin.class), Language.EN, new ObjectMapper(), () -> NOW, async);
        stream.open();
        stream.onWritePossible();
        return stream;
    }
}
