package dev.kefu.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are longer than a call of their kind needs, before anybody reads them into memory: by the length
 * that the caller announces, and where none is announced, as soon as it is exceeded.
 */
class BoundedBodies extends OncePerRequestFilter {

    private final ProblemResponses problems;
    private final Longest longest;

    BoundedBodies(ProblemResponses problems, Longest longest) {
        this.problems = problems;
        this.longest = longest;
    }

    /**
     * @param json  of a call, whatever its type
     * @param csv   of an import
     * @param parts of an upload with all its parts
     */
    @ConfigurationProperties("kefu.longest-body")
    record Longest(@DefaultValue("2MB") DataSize json, @DefaultValue("200MB") DataSize csv,
            @DefaultValue("25MB") DataSize parts) {

        DataSize of(HttpServletRequest request) {
            var type = Objects.requireNonNullElse(request.getContentType(), "").strip().toLowerCase(Locale.ROOT);
            return type.startsWith("text/csv") ? csv : type.startsWith("multipart/") ? parts : json;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bound = longest.of(request);
        if (request.getContentLengthLong() > bound.toBytes()) {
            problems.write(response, HttpStatus.PAYLOAD_TOO_LARGE, new TooLarge(bound).getMessage());
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request, bound), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A body of unknown length. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final DataSize bound;
        private ServletInputStream body;

        Counted(HttpServletRequest request, DataSize bound) {
            super(request);
            this.bound = bound;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new CountedStream(super.getInputStream(), bound);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var charset = Objects.requireNonNullElse(getCharacterEncoding(), StandardCharsets.UTF_8.name());
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize bound;
        private long read;

        CountedStream(ServletInputStream body, DataSize bound) {
            this.body = body;
            this.bound = bound;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var some = body.read(buffer, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int bytes) throws TooLarge {
            read += bytes;
            if (read > bound.toBytes()) {
                throw new TooLarge(bound);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
