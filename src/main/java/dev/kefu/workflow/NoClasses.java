package dev.kefu.workflow;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Makes no object of a class that a model names, also where the model was deployed before the gate stood. */
class NoClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("No model brings " + type.getSimpleName()
                + " to life; a service task names a bean of the house.");
    }
}
