package dev.kefu.workflow.web;

import dev.kefu.workflow.login.CallerAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The address of the request that this thread serves; behind a trusted proxy, the one that the proxy names. Spring's own
 * holder of the request is filled too late, after the login.
 */
@Component
class RequestAddress implements CallerAddress {

    private final ThreadLocal<String> address = new ThreadLocal<>();

    @Override
    public Optional<String> now() {
        return Optional.ofNullable(address.get());
    }

    void enter(String from) {
        address.set(from);
    }

    void leave() {
        address.remove();
    }
}
