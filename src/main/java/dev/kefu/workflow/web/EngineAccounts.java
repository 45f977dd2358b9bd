package dev.kefu.workflow.web;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.login.TooManyAttempts;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Checks Basic credentials against the engine's accounts: the same that Tasklist knows. */
class EngineAccounts implements AuthenticationProvider {

    private final Accounts accounts;

    EngineAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var userId = given.getName();
        if (userId.isEmpty() || !(given.getCredentials() instanceof String password)
                || !isRight(userId, password)) {
            throw new BadCredentialsException("Unknown account or wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
    }

    private boolean isRight(String userId, String password) {
        try {
            return accounts.checkPassword(userId, password);
        } catch (TooManyAttempts refusal) {
            throw new Locked(refusal);
        }
    }

    /** The same refusal, as those know it who write the answer to a Basic call. */
    static class Locked extends LockedException {

        private static final long serialVersionUID = 1;

        private final long seconds;

        private Locked(TooManyAttempts refusal) {
            super(refusal.getMessage(), refusal);
            this.seconds = refusal.seconds();
        }

        long seconds() {
            return seconds;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
