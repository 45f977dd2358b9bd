package dev.kefu.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kefu.language.HouseWords;
import dev.kefu.workflow.StoredNames;
import dev.kefu.workflow.StoredNames.Label;
import dev.kefu.workflow.TaskNames;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web applications send a whole task, filter or group back when somebody changes a part of it, with the names as they
 * showed them. A name that is nothing but the translation of the stored one is stored as it was.
 */
class WrittenBack extends OncePerRequestFilter {

    private static final Pattern WRITES = Pattern.compile("/camunda/api/engine/engine/[^/]+/(task|filter|group)/([^/]+)/?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HouseWords words;
    private final StoredNames names;
    private final TaskNames tasks;

    WrittenBack(HouseWords words, StoredNames names, TaskNames tasks) {
        this.words = words;
        this.names = names;
        this.tasks = tasks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = WRITES.matcher(request.getRequestURI().substring(request.getContextPath().length()));
        if (!"PUT".equals(request.getMethod()) || !path.matches()) {
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readAllBytes();
        chain.doFilter(new WithBody(request, untranslated(body, path.group(1), path.group(2))), response);
    }

    private byte[] untranslated(byte[] body, String kind, String id) throws IOException {
        JsonNode written;
        try {
            written = JSON.readTree(body);
        } catch (IOException noJson) {
            // Whose fault that is, the engine says
            return body;
        }
        if (!(written instanceof ObjectNode object)) {
            return body;
        }
        var stored = names.of(kind, id);
        stored.forEach((pointer, text) -> restore(object, pointer, text, shown(kind, id, pointer, text)));
        if (kind.equals("filter")) {
            restoreLabels(object, names.labelsOf(id));
        }
        return stored.isEmpty() ? body : JSON.writeValueAsBytes(object);
    }

    /** By the variable's name: somebody may have removed one, or put them in another order. */
    private void restoreLabels(ObjectNode written, List<Label> stored) {
        for (var each : written.at("/properties/variables")) {
            if (each instanceof ObjectNode variable) {
                stored.stream().filter(label -> label.variable().equals(variable.path("name").textValue()))
                        .forEach(label -> restore(variable, "/label", label.text(), words.read(label.text())));
            }
        }
    }

    /** As the reader saw it. */
    private String shown(String kind, String id, String pointer, String stored) {
        return kind.equals("task") && pointer.equals("/name")
                ? names.inModel(id).map(task -> tasks.read(task.processDefinitionId(), task.key(), stored)).orElse(stored)
                : words.read(stored);
    }

    private static void restore(ObjectNode written, String pointer, String stored, String shown) {
        var at = pointer.lastIndexOf('/');
        if (written.at(pointer.substring(0, at)) instanceof ObjectNode parent) {
            var field = pointer.substring(at + 1);
            if (shown.equals(parent.path(field).textValue())) {
                parent.put(field, stored);
            }
        }
    }

    private static final class WithBody extends HttpServletRequestWrapper {

        private final byte[] body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long getContentLengthLong() {
            return body.length;
        }

        @Override
        public ServletInputStream getInputStream() {
            var stream = new ByteArrayInputStream(body);
            return new ServletInputStream() {

                @Override
                public int read() {
                    return stream.read();
                }

                @Override
                public boolean isFinished() {
                    return stream.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
