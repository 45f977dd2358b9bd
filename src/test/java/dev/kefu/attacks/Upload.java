package dev.kefu.attacks;

import org.camunda.bpm.model.bpmn.Bpmn;

/** Files as Modeler sends them to be deployed. */
final class Upload {

    static final String TYPE = "multipart/form-data; boundary=kefu";

    private Upload() {
    }

    static String of(String file, String content) {
        return """
                --kefu\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                test\r
                --kefu\r
                Content-Disposition: form-data; name="data"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --kefu--\r
                """.formatted(file, content);
    }

    static String emptyProcess(String key) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key).camundaHistoryTimeToLiveString("P365D")
                .startEvent().endEvent().done());
    }
}
