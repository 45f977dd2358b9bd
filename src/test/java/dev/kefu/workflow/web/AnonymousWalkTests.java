package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address of the application, as it names them itself, with every method and without a login. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class AnonymousWalkTests {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");
    private static final Set<Integer> SHUT = Set.of(400, 401, 403, 404, 405);

    /** What the login page asks: the name of the engine. And the way out, which is open to those who are out. */
    private static final Set<String> OPEN = Set.of("GET /camunda/api/engine/engine",
            "POST /camunda/api/admin/auth/user/default/logout");

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Test
    void findsEveryAddressShut() {
        var addresses = addresses();
        var open = new ArrayList<String>();

        for (var address : addresses) {
            for (var method : METHODS) {
                var status = Caller.anonymous(port).with("Content-Type", "application/json")
                        .send(method, address, Set.of("POST", "PUT", "PATCH").contains(method) ? "{}" : null).status();
                if (!SHUT.contains(status) && !OPEN.contains(method + " " + address)) {
                    open.add(method + " " + address + " " + status);
                }
            }
        }

        assertThat(open).isEmpty();
        assertThat(addresses).hasSizeGreaterThan(400).contains("/api/cases/x", "/engine-rest/task",
                "/camunda/api/engine/engine/default/task", "/engine-rest/engine/default/process-definition/x/start",
                "/camunda/api/admin/auth/user/default/login/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/health/db", "/h2-console",
            "/error", "/v3/api-docs", "/api/docs", "/api/docs/ui", "/swagger-ui.html", "/swagger-ui/index.html", "/webjars/",
            "/webjars/camunda/app/tasklist/index.html", "/webjars/swagger-ui/index.html", "/META-INF/MANIFEST.MF",
            "/application.yaml", "/processes/returns/product-return.bpmn", "/camunda/lib/", "/camunda/app/tasklist/scripts/",
            "/camunda/assets/", "/camunda/securityFilterRules.json", "/camunda/camunda/app/tasklist/index.html",
            "/camunda-welcome/index.html", "/camunda/lib/deps.js.map", "/camunda/app/tasklist/camunda-tasklist-bootstrap.js.map"})
    void findsNothingThatNobodyLinksTo(String path) {
        assertThat(Caller.anonymous(port).get(path).status()).isIn(SHUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
            "/camunda/lib/deps.js", "/actuator/health", "/camunda/favicon.ico"})
    void seesTheLoginItsFilesAndTheHealth(String path) {
        assertThat(Caller.anonymous(port).get(path).status()).isEqualTo(200);
    }

    private Set<String> addresses() {
        var addresses = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .forEach(pattern -> addresses.add(filled(pattern))));
        addresses.removeIf(address -> address.startsWith("/actuator"));
        CamundaRestResources.getResourceClasses().forEach(type -> {
            walk("/engine-rest", type, addresses, new HashSet<>());
            walk("/camunda/api/engine", type, addresses, new HashSet<>());
        });
        new CockpitApplication().getClasses().forEach(type -> walk("/camunda/api/cockpit", type, addresses, new HashSet<>()));
        new AdminApplication().getClasses().forEach(type -> walk("/camunda/api/admin", type, addresses, new HashSet<>()));
        new TasklistApplication().getClasses()
                .forEach(type -> walk("/camunda/api/tasklist", type, addresses, new HashSet<>()));
        new WelcomeApplication().getClasses().forEach(type -> walk("/camunda/api/welcome", type, addresses, new HashSet<>()));
        return addresses;
    }

    /** A resource's own methods, and those of the resources that it hands over to. */
    private static void walk(String base, Class<?> type, Set<String> addresses, Set<Class<?>> above) {
        if (!above.add(type)) {
            return;
        }
        var root = type.isAnnotationPresent(Path.class) ? joined(base, type.getAnnotation(Path.class).value()) : base;
        for (var method : type.getMethods()) {
            var path = pathOf(method);
            var isCall = declarations(method).anyMatch(each -> Arrays.stream(each.getAnnotations())
                    .anyMatch(note -> note.annotationType().isAnnotationPresent(HttpMethod.class)));
            var address = path == null ? root : joined(root, path);
            if (isCall) {
                addresses.add(filled(address));
            } else if (path != null) {
                walk(address, method.getReturnType(), addresses, new HashSet<>(above));
            }
        }
    }

    private static String pathOf(Method method) {
        return declarations(method).map(each -> each.getAnnotation(Path.class)).filter(each -> each != null)
                .map(Path::value).findFirst().orElse(null);
    }

    private static Stream<Method> declarations(Method method) {
        var types = new ArrayList<Class<?>>();
        for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
            types.add(type);
            types.addAll(Arrays.asList(type.getInterfaces()));
        }
        return types.stream().flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }

    private static String joined(String base, String path) {
        return base + (path.startsWith("/") ? "" : "/") + path;
    }

    private static String filled(String pattern) {
        return pattern.replace("/**", "/x").replaceAll("\\{(name|engine|engineName|processEngineName)(:[^{}]*)?\\}", "default")
                .replaceAll("\\{[^{}]*(\\{[^{}]*\\}[^{}]*)*\\}", "x").replaceAll("//+", "/").replaceAll("(?<=.)/$", "");
    }
}
