package dev.kefu.workflow;

import dev.kefu.language.HouseWords;
import dev.kefu.workflow.words.OwnLabels;
import dev.kefu.workflow.words.Wording;
import org.springframework.stereotype.Component;

/** What tasks are called, in the language of whoever reads the answer to this request. */
@Component
public class TaskNames {

    private final HouseWords words;
    private final OwnLabels labels;

    TaskNames(HouseWords words, StoredNames names) {
        this.words = words;
        this.labels = new OwnLabels(names::modelOf);
    }

    /**
     * @param processDefinitionId of the process that the task belongs to
     * @param key                 the task's id in the model
     * @param name                as it stands in the engine
     */
    public String read(String processDefinitionId, String key, String name) {
        return new Wording(words.language(), words::read).of(name, labels.in(words.language()).apply(processDefinitionId, key));
    }

    /** The second labels of models, read once for the whole house. */
    public OwnLabels labels() {
        return labels;
    }
}
