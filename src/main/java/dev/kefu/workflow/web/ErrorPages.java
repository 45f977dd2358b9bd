package dev.kefu.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/** The page that the server shows where nothing else answered, for example Cockpit to somebody without the right. */
@Configuration(proxyBeanMethods = false)
class ErrorPages {

    @Bean("error")
    View errorPage() {
        return new View() {

            @Override
            public String getContentType() {
                return Pages.HTML.toString();
            }

            @Override
            public void render(Map<String, ?> model, HttpServletRequest request,
                    HttpServletResponse response) throws IOException {
                var status = Objects.requireNonNullElse(
                        HttpStatus.resolve(model.get("status") instanceof Integer code ? code : 500),
                        HttpStatus.INTERNAL_SERVER_ERROR);
                response.setContentType(getContentType());
                response.getWriter().write(Pages.refusal(status, Pages.reason(status)));
            }
        };
    }
}
