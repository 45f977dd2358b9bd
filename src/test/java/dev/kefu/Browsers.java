package dev.kefu;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Opens a browser for each test and keeps a picture of what it showed when the test failed. Where there is no Chromium
 * the tests are skipped and say so, unless {@code KEFU_REQUIRE_BROWSER=true}.
 */
class Browsers implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace OWN = Namespace.create(Browsers.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        for (var needed : new File[] {Browser.CHROMIUM, Browser.DRIVER}) {
            if (!needed.canExecute()) {
                var missing = "There is no " + needed + ", so nobody looked at the screens.";
                if ("true".equals(System.getenv("KEFU_REQUIRE_BROWSER"))) {
                    throw new IllegalStateException(missing + " KEFU_REQUIRE_BROWSER asks for it.");
                }
                return ConditionEvaluationResult.disabled(missing);
            }
        }
        return ConditionEvaluationResult.enabled("Chromium is there.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OWN).getOrComputeIfAbsent(Browser.class, key -> new Opened(Browser.open(port(context))),
                Opened.class).browser();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var opened = context.getStore(OWN).get(Browser.class, Opened.class);
        if (opened != null && context.getExecutionException().isPresent()) {
            opened.browser().picture(Path.of("failed",
                    context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName()));
        }
    }

    private static int port(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class);
    }

    private record Opened(Browser browser) implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            browser.close();
        }
    }
}
