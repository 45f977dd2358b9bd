package dev.kefu.workflow.login;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;

/** Nobody looks at the password, because too many wrong ones came before. The engine's REST API answers it as it is. */
public class TooManyAttempts extends WebApplicationException {

    /** The same words for all, whether there is such an account or not. */
    public static final String MESSAGE = "Too many wrong passwords. Please wait and try again.";

    private static final long serialVersionUID = 1;

    private final long seconds;

    TooManyAttempts(Duration wait) {
        this(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private TooManyAttempts(long seconds) {
        super(MESSAGE, Response.status(429).header(HttpHeaders.RETRY_AFTER, seconds)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", TooManyAttempts.class.getSimpleName(), "message", MESSAGE)).build());
        this.seconds = seconds;
    }

    /** How long to wait, in whole seconds. */
    public long seconds() {
        return seconds;
    }
}
