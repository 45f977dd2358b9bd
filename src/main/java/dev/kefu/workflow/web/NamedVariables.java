package dev.kefu.workflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import dev.kefu.workflow.RefusedByRule;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;

/**
 * Names the variables of a call that are not of the type which they claim to be. The engine would refuse the first of them
 * without a name, or die of it.
 */
class NamedVariables implements ReaderInterceptor {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext call) throws IOException {
        var body = call.proceed();
        if (body != null && body.getClass().getPackageName().startsWith(VariableValueDto.class.getPackageName())) {
            check(body);
        }
        return body;
    }

    private static void check(Object body) {
        var fields = new BeanWrapperImpl(body);
        var violations = new Violations();
        Arrays.stream(BeanUtils.getPropertyDescriptors(body.getClass()))
                .filter(each -> each.getReadMethod() != null && holdsVariables(each.getReadMethod().getGenericReturnType()))
                .map(each -> (Map<?, ?>) fields.getPropertyValue(each.getName()))
                .filter(each -> each != null)
                .forEach(each -> check(each, violations));
        if (!violations.isEmpty()) {
            throw RefusedByRule.of(violations);
        }
    }

    private static void check(Map<?, ?> variables, Violations violations) {
        variables.forEach((name, value) -> {
            if (!(value instanceof VariableValueDto variable) || !fits(variable)) {
                var shown = Text.shortened(String.valueOf(name), 64);
                violations.add(shown, "input", shown + " has a value that doesn't fit its type.");
            }
        });
    }

    private static boolean holdsVariables(Type type) {
        return type instanceof ParameterizedType map && map.getRawType() == Map.class
                && map.getActualTypeArguments()[1] == VariableValueDto.class;
    }

    private static boolean fits(VariableValueDto variable) {
        try {
            variable.toTypedValue(EngineUtil.lookupProcessEngine(null), JSON);
            return true;
        } catch (RuntimeException unfit) {
            return false;
        }
    }
}
