package dev.kefu.workflow.web;

import dev.kefu.workflow.Accounts;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
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
                || !accounts.checkPassword(userId, password)) {
            throw new BadCredentialsException("Unknown account, wrong password, or locked after too many wrong ones");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
