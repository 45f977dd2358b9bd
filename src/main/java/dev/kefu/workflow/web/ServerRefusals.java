package dev.kefu.workflow.web;

import dev.kefu.language.Phrasebook;
import dev.kefu.language.ReaderLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * What the server refuses before any application sees it, such as an address with a null in it: a problem, and no page.
 * An encoded slash it does not refuse: {@link Threshold} does, but for the names that may have one.
 */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Phrasebook phrasebook;

    ServerRefusals(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        // Left as it is for the threshold to judge; decoded, a part of a name would become a step of the path
        server.addConnectorCustomizers(connector ->
                connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
        server.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Report(phrasebook)));
    }

    private static final class Report extends ErrorReportValve {

        private final Phrasebook phrasebook;

        private Report(Phrasebook phrasebook) {
            this.phrasebook = phrasebook;
        }

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            var status = HttpStatus.resolve(response.getStatus());
            if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var language = ReaderLanguage.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            try {
                response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.getReporter().write("""
                        {"type":"about:blank","title":"%s","status":%d,"detail":"%s","violations":[]}"""
                        .formatted(status.getReasonPhrase(), status.value(),
                                phrasebook.in(language, "The call can't be read.")));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                container.getLogger().debug("Nobody is left to hear an answer", gone);
            }
        }
    }
}
