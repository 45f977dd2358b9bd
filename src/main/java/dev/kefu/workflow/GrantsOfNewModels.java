package dev.kefu.workflow;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Gives a group that somebody put into a model its rights together with the model, or neither. */
class GrantsOfNewModels implements Deployer {

    private final Rights rights;

    GrantsOfNewModels(Rights rights) {
        this.rights = rights;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        List<ProcessDefinitionEntity> models = deployment.getDeployedArtifacts(ProcessDefinitionEntity.class);
        if (!deployment.isNew() || models == null) {
            return;
        }
        var context = Context.getCommandContext();
        var authorizations = context.getProcessEngineConfiguration().getAuthorizationService();
        // Whoever deploys may write models, not rights
        context.runWithoutAuthorization(() -> {
            models.forEach(model -> rights.ofProcess(
                    Rights.Rows.of(authorizations, Resources.PROCESS_DEFINITION, model.getKey()), model));
            return null;
        });
    }
}
