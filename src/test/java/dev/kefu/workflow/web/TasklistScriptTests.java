package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TasklistScriptTests {

    @Test
    void mendsTheOnePlace() {
        var mended = TasklistScript.mend("var t=" + TasklistScript.SHALLOW + ";h.notify(t)");

        assertThat(mended).isEqualTo("var t=" + TasklistScript.DEEP + ";h.notify(t)");
    }

    @Test
    void refusesAScriptThatIsNotTheOneItKnows() {
        var twice = TasklistScript.SHALLOW + ";" + TasklistScript.SHALLOW;

        assertThatThrownBy(() -> TasklistScript.mend("var t=0")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TasklistScript.mend(twice)).isInstanceOf(IllegalStateException.class);
    }
}
