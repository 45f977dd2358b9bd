package dev.kefu.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, tables and forms that come with this version of Kefu, and never over a supervisor's: one is
 * deployed only if it changed and the engine's latest version of it came from here too.
 */
@Component
class ShippedModels {

    static final String SOURCE = "Kefu";

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShippedModels(RepositoryService repository, ResourcePatternResolver resources, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.resources = resources;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the engine runs now under the key of a shipped resource. */
    private record Running(String deploymentId, String resourceName) {
    }

    /** Runs inside the start-up lock, so that of several nodes one deploys. */
    void deploy() {
        var changed = new LinkedHashMap<String, byte[]>();
        shipped().forEach((name, content) -> {
            var running = running(name, content);
            if (running.isEmpty()) {
                changed.put(name, content);
            } else if (!isSame(running.get(), content)) {
                if (isOurs(running.get())) {
                    changed.put(name, content);
                } else {
                    LOG.info("Kept the model {} that somebody deployed; the one that came with this version differs",
                            name);
                }
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        var deployment = repository.createDeployment().name("Kefu").source(SOURCE);
        changed.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        var id = deployment.deploy().getId();
        jdbc.sql("insert into shipped_deployment (deployment_id, deployed_at) values (?, ?)")
                .params(id, OffsetDateTime.now(clock))
                .update();
        LOG.info("Deployed {}", changed.keySet());
    }

    private Map<String, byte[]> shipped() {
        try {
            var found = new LinkedHashMap<String, byte[]>();
            for (var pattern : new String[] {"processes/**/*.dmn", "forms/**/*.form", "processes/**/*.bpmn"}) {
                var sorted = resources.getResources("classpath*:" + pattern);
                Arrays.sort(sorted, Comparator.comparing(Resource::getFilename));
                for (var resource : sorted) {
                    found.put(name(resource), resource.getContentAsByteArray());
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** "returns/product-return.bpmn", whether it lies in a folder or in a jar. */
    private static String name(Resource resource) throws IOException {
        var path = resource.getURL().getPath();
        var folder = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
        return path.substring(folder + 1);
    }

    private Optional<Running> running(String name, byte[] content) {
        if (name.endsWith(".bpmn")) {
            var key = Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                    .getModelElementsByType(Process.class).iterator().next().getId();
            return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(key).withoutTenantId().latestVersion()
                    .singleResult()).map(each -> new Running(each.getDeploymentId(), each.getResourceName()));
        }
        if (name.endsWith(".dmn")) {
            var key = Dmn.readModelFromStream(new ByteArrayInputStream(content))
                    .getModelElementsByType(Decision.class).iterator().next().getId();
            return Optional.ofNullable(repository.createDecisionDefinitionQuery().decisionDefinitionKey(key)
                    .withoutTenantId().latestVersion().singleResult()).map(each -> new Running(each.getDeploymentId(), each.getResourceName()));
        }
        return latestForm(name);
    }

    /** The engine has no query for forms, so this reads its table. */
    private Optional<Running> latestForm(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return jdbc.sql("""
                        select d.DEPLOYMENT_ID_, d.RESOURCE_NAME_ from ACT_RE_CAMFORMDEF d
                        where d.KEY_ = ? and d.TENANT_ID_ is null order by d.VERSION_ desc
                        """)
                .param(file.substring(0, file.indexOf('.')))
                .query((row, index) -> new Running(row.getString(1), row.getString(2)))
                .list().stream().findFirst();
    }

    private boolean isSame(Running running, byte[] content) {
        try (var deployed = repository.getResourceAsStream(running.deploymentId(), running.resourceName())) {
            return Arrays.equals(deployed.readAllBytes(), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isOurs(Running running) {
        return jdbc.sql("select count(*) from shipped_deployment where deployment_id = ?")
                .param(running.deploymentId()).query(Integer.class).single() > 0;
    }
}
