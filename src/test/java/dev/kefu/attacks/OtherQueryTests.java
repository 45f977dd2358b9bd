package dev.kefu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.Caller;
import dev.kefu.whole.Json;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.IncidentQueryDto;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessDefinitionStatisticsQueryDto;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code in every field of every other query and of every batch that finds its instances by one, as each of the people. No
 * field of these is evaluated by the engine today; this says so for good.
 */
class OtherQueryTests extends TwoEngines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INTERFACE = "org.camunda.bpm.engine.rest.dto.";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    /** Where a query is sent, and the class that reads it. */
    record Way(String path, Class<?> query) {

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Way> ways() throws ClassNotFoundException {
        return Stream.of(
                way("/task", "task.TaskQueryDto"), way("/task/count", "task.TaskQueryDto"),
                way("/process-instance", "runtime.ProcessInstanceQueryDto"),
                way("/process-instance/count", "runtime.ProcessInstanceQueryDto"),
                way("/execution", "runtime.ExecutionQueryDto"), way("/execution/count", "runtime.ExecutionQueryDto"),
                way("/variable-instance", "runtime.VariableInstanceQueryDto"),
                way("/variable-instance/count", "runtime.VariableInstanceQueryDto"),
                way("/external-task", "externaltask.ExternalTaskQueryDto"),
                way("/external-task/count", "externaltask.ExternalTaskQueryDto"),
                way("/external-task/fetchAndLock", "externaltask.FetchExternalTasksExtendedDto"),
                way("/job", "runtime.JobQueryDto"), way("/job-definition", "management.JobDefinitionQueryDto"),
                way("/history/process-instance", "history.HistoricProcessInstanceQueryDto"),
                way("/history/process-instance/count", "history.HistoricProcessInstanceQueryDto"),
                way("/history/task", "history.HistoricTaskInstanceQueryDto"),
                way("/history/task/count", "history.HistoricTaskInstanceQueryDto"),
                way("/history/activity-instance", "history.HistoricActivityInstanceQueryDto"),
                way("/history/variable-instance", "history.HistoricVariableInstanceQueryDto"),
                way("/history/detail", "history.HistoricDetailQueryDto"),
                way("/history/job-log", "history.HistoricJobLogQueryDto"),
                way("/history/external-task-log", "history.HistoricExternalTaskLogQueryDto"),
                way("/case-instance", "runtime.CaseInstanceQueryDto"),
                way("/case-execution", "runtime.CaseExecutionQueryDto"),
                way("/user", "identity.UserQueryDto"), way("/group", "identity.GroupQueryDto"),
                way("/message", "message.CorrelationMessageDto"), way("/signal", "SignalDto"),
                way("/condition", "condition.EvaluationConditionDto"),
                way("/process-instance/message-async", "runtime.batch.CorrelationMessageAsyncDto"),
                way("/process-instance/variables-async", "runtime.batch.SetVariablesAsyncDto"),
                way("/process-instance/delete", "runtime.batch.DeleteProcessInstancesDto"),
                way("/process-instance/job-retries", "runtime.SetJobRetriesByProcessDto"),
                way("/history/process-instance/delete", "history.DeleteHistoricProcessInstancesDto"),
                way("/history/process-instance/set-removal-time",
                        "history.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesDto"),
                way("/history/decision-instance/delete", "history.batch.DeleteHistoricDecisionInstancesDto"),
                way("/modification/executeAsync", "ModificationDto"), way("/migration/executeAsync", "migration.MigrationExecutionDto"),
                way("/job/retries", "runtime.SetJobRetriesDto"), way("/decision-definition/key/refund-authority/evaluate",
                        "dmn.EvaluateDecisionDto"),
                new Way(COCKPIT + "/incident", IncidentQueryDto.class),
                new Way(COCKPIT + "/incident/count", IncidentQueryDto.class),
                new Way(COCKPIT + "/process-instance", ProcessInstanceQueryDto.class),
                new Way(COCKPIT + "/process-instance/count", ProcessInstanceQueryDto.class),
                new Way(COCKPIT + "/process-definition/statistics", ProcessDefinitionStatisticsQueryDto.class));
    }

    static Stream<Way> waysByAddress() throws ClassNotFoundException {
        return Stream.of(
                way("/process-definition", "repository.ProcessDefinitionQueryDto"),
                way("/decision-definition", "repository.DecisionDefinitionQueryDto"),
                way("/case-definition", "repository.CaseDefinitionQueryDto"),
                way("/decision-requirements-definition", "repository.DecisionRequirementsDefinitionQueryDto"),
                way("/deployment", "repository.DeploymentQueryDto"),
                way("/process-instance", "runtime.ProcessInstanceQueryDto"), way("/execution", "runtime.ExecutionQueryDto"),
                way("/variable-instance", "runtime.VariableInstanceQueryDto"),
                way("/event-subscription", "runtime.EventSubscriptionQueryDto"),
                way("/incident", "runtime.IncidentQueryDto"), way("/filter", "runtime.FilterQueryDto"),
                way("/batch", "batch.BatchQueryDto"), way("/batch/statistics", "batch.BatchStatisticsQueryDto"),
                way("/authorization", "authorization.AuthorizationQueryDto"), way("/tenant", "identity.TenantQueryDto"),
                way("/user", "identity.UserQueryDto"), way("/group", "identity.GroupQueryDto"),
                way("/history/decision-instance", "history.HistoricDecisionInstanceQueryDto"),
                way("/history/incident", "history.HistoricIncidentQueryDto"),
                way("/history/batch", "history.batch.HistoricBatchQueryDto"),
                way("/history/identity-link-log", "history.HistoricIdentityLinkLogQueryDto"),
                way("/history/user-operation", "history.UserOperationLogQueryDto"),
                way("/history/task/report", "history.HistoricTaskInstanceReportQueryDto"));
    }

    private static Way way(String path, String query) throws ClassNotFoundException {
        return new Way("/engine-rest" + path, Class.forName(INTERFACE + query));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void runNoCode(Way way) {
        var mark = new Mark();
        var all = fields(way.query(), mark.expression(), 2);
        assertThat(all).as("%s", way.query()).isNotEmpty();
        var bodies = new ArrayList<String>(List.of(Json.of(all)));
        all.forEach((field, value) -> bodies.add(Json.of(Map.of(field, value))));
        var target = ours();

        for (var user : List.of("agent", "supervisor", "admin")) {
            var caller = way.path().startsWith("/camunda") ? target.inTasklist(user) : target.as(user);
            var sent = user.equals("agent") ? bodies : bodies.subList(0, 1);
            sent.forEach(body -> send(caller, way, body));
        }

        assertThat(mark.isLeft()).isFalse();
        assertThat(target.answers()).allSatisfy(answer -> assertThat(answer.body()).doesNotContain("\tat "));
    }

    @ParameterizedTest
    @MethodSource("waysByAddress")
    void runNoCodeOfAnAddress(Way way) {
        var mark = new Mark();
        var target = ours();

        for (var user : List.of("agent", "admin")) {
            fields(way.query(), "x", 1).keySet().forEach(field -> target.as(user).get(way.path() + "?maxResults=10&" + field
                    + "=" + URLEncoder.encode(mark.expression(), StandardCharsets.UTF_8)));
        }

        assertThat(mark.isLeft()).isFalse();
        assertThat(target.answers()).isNotEmpty().allSatisfy(answer -> assertThat(answer.body()).doesNotContain("\tat "));
    }

    private static void send(Caller caller, Way way, String body) {
        caller.post(way.path() + "?maxResults=10", body);
    }

    /** Every field that holds a text, on each level of the query. */
    private static Map<String, Object> fields(Type type, String text, int levels) {
        var fields = new LinkedHashMap<String, Object>();
        JSON.getDeserializationConfig().introspect(JSON.constructType(type)).findProperties().stream()
                .filter(property -> property.getPrimaryMember() != null)
                .forEach(property -> {
                    var value = value(property.getPrimaryType(), text, levels);
                    if (value != null) {
                        fields.put(property.getName(), value);
                    }
                });
        return fields;
    }

    private static Object value(JavaType type, String text, int levels) {
        if (type.hasRawClass(String.class) || type.hasRawClass(Object.class)) {
            return text;
        }
        if (type.isArrayType() || type.isCollectionLikeType()) {
            var content = value(type.getContentType(), text, levels);
            return content == null ? null : List.of(content);
        }
        if (type.isMapLikeType() && type.getContentType().hasRawClass(VariableValueDto.class)) {
            return Map.of("x", Map.of("value", text));
        }
        var isOurs = levels > 0 && type.getRawClass().getSimpleName().endsWith("Dto");
        var inner = isOurs ? fields(type, text, levels - 1) : Map.<String, Object>of();
        return inner.isEmpty() ? null : inner;
    }
}
