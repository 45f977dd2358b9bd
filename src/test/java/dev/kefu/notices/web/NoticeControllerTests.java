package dev.kefu.notices.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.language.ReaderLanguage;
import dev.kefu.notices.NoticeStreams;
import dev.kefu.notices.NoticeSwitches;
import dev.kefu.notices.Notices;
import dev.kefu.workflow.Logins;
import jakarta.servlet.AsyncContext;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class NoticeControllerTests {

    @Test
    void endsACallThatCouldNotBeTakenInAmongThoseThatListen() {
        var streams = mock(NoticeStreams.class);
        doThrow(new IllegalStateException("no room")).when(streams).add(any(), any(), any());
        var controller = new NoticeController(mock(Notices.class), mock(NoticeSwitches.class), streams, mock(Logins.class),
                mock(ReaderLanguage.class), new ObjectMapper());
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("GET", "/api/notices/stream") {
            @Override
            public AsyncContext startAsync() {
                return startAsync(this, response);
            }
        };
        request.setAsyncSupported(true);

        assertThatThrownBy(() -> controller.stream(request, response, null)).hasMessage("no room");

        assertThat(request.isAsyncStarted()).isFalse();
        verify(streams).remove(any());
    }
}
