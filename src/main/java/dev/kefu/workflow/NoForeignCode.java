package dev.kefu.workflow;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Runs no script and makes no object of a class that a model names, also where a model was deployed before the gate stood:
 * the engine brings a script language of its own, in which the limits of {@link HouseExpressions} don't hold.
 */
class NoForeignCode implements ScriptEngineResolver, ArtifactFactory {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // There is no language to add to
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return null;
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        return null;
    }

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("No model brings " + type.getSimpleName()
                + " to life; a service task names a bean of the house.");
    }
}
