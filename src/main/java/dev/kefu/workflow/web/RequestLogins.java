package dev.kefu.workflow.web;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.HeldLogin;
import dev.kefu.workflow.Logins;
import dev.kefu.workflow.Standing;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.http.HttpHeaders;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Holds what a request was let in with: a session of the web applications, or a password sent by Basic. */
@Component
class RequestLogins implements Logins {

    private final ProcessEngine engine;
    private final Accounts accounts;

    RequestLogins(ProcessEngine engine, Accounts accounts) {
        this.engine = engine;
        this.accounts = accounts;
    }

    @Override
    public HeldLogin hold() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var person = request.getUserPrincipal().getName();
        var isBasic = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return new Held(person, accounts.passwordMark(person).orElse(""), isBasic ? null : request.getSession(false));
    }

    /** @param mark of the password at the time of the login */
    private final class Held implements HeldLogin {

        private final String person;
        private final String mark;
        @Nullable
        private final HttpSession session;

        private Held(String person, String mark, @Nullable HttpSession session) {
            this.person = person;
            this.mark = mark;
            this.session = session;
        }

        @Override
        public String person() {
            return person;
        }

        @Override
        public boolean isOver(@Nullable Standing now) {
            return now == null || !mark.equals(now.passwordMark())
                    || session != null && !WebApplicationLogin.isOf(session, person, engine);
        }
    }
}
