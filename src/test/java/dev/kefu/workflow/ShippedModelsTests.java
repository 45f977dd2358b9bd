package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuTest;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuTest
class ShippedModelsTests {

    /** Drawn once, because the builder gives flows other ids each time. */
    private static final String DRAWN = Bpmn.convertToString(Bpmn.createExecutableProcess("THE-KEY").name("THE-NAME")
            .camundaHistoryTimeToLiveString("P365D").startEvent("begun").endEvent("done").done());

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void deploysAModelOnceAndAgainWhenItChanged() {
        ship("test-shipped", "As first drawn");
        ship("test-shipped", "As first drawn");
        assertThat(versions("test-shipped")).isEqualTo(1);

        ship("test-shipped", "As drawn later");

        assertThat(versions("test-shipped")).isEqualTo(2);
        assertThat(latest("test-shipped")).isEqualTo("As drawn later");
    }

    @Test
    void keepsTheModelOfASupervisor() {
        ship("test-redesigned", "As first drawn");
        repository.createDeployment().name("by a supervisor").addString("test-redesigned.bpmn",
                model("test-redesigned", "As a supervisor wants it")).deploy();

        ship("test-redesigned", "As first drawn");
        ship("test-redesigned", "As drawn later");

        assertThat(versions("test-redesigned")).isEqualTo(2);
        assertThat(latest("test-redesigned")).isEqualTo("As a supervisor wants it");
    }

    private void ship(String key, String name) {
        new ShippedModels(repository, onlyThis(key + ".bpmn", model(key, name)), jdbc, clock).deploy();
    }

    private long versions(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).count();
    }

    private String latest(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getName();
    }

    private static String model(String key, String name) {
        return DRAWN.replace("THE-KEY", key).replace("THE-NAME", name);
    }

    /** A version of Kefu that ships one model only. */
    private static ResourcePatternResolver onlyThis(String file, String content) {
        var resource = new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {

            @Override
            public String getFilename() {
                return file;
            }

            @Override
            public URL getURL() throws MalformedURLException {
                return URI.create("file:/processes/tests/" + file).toURL();
            }
        };
        return new ResourcePatternResolver() {

            @Override
            public Resource[] getResources(String pattern) throws IOException {
                return pattern.endsWith(".bpmn") ? new Resource[] {resource} : new Resource[0];
            }

            @Override
            public Resource getResource(String location) {
                return resource;
            }

            @Override
            public ClassLoader getClassLoader() {
                return ShippedModelsTests.class.getClassLoader();
            }
        };
    }
}
