package dev.kefu.attacks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** What the engine's interface and the web applications read from a caller, found by looking at all of their classes. */
final class QueryFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<String> EXPRESSIONS = expressions(TaskQueryDto.class);

    private QueryFields() {
    }

    /** The fields for expressions of each class that has any. */
    static Map<Class<?>, List<String>> ofAllInterfaces() {
        var found = new LinkedHashMap<Class<?>, List<String>>();
        all().forEach(each -> {
            var fields = expressions(each);
            if (!fields.isEmpty()) {
                found.put(each, fields);
            }
        });
        return found;
    }

    /** Every class that stands for what is sent or answered. */
    static List<Class<?>> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {

            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition bean) {
                return true;
            }
        };
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Dto(\\$.*)?")));
        return Stream.of("org.camunda.bpm.engine.rest", "org.camunda.bpm.cockpit", "org.camunda.bpm.tasklist",
                        "org.camunda.bpm.admin", "org.camunda.bpm.webapp")
                .flatMap(root -> scanner.findCandidateComponents(root).stream())
                .map(bean -> load(bean.getBeanClassName()))
                .<Class<?>>map(each -> each)
                .toList();
    }

    private static List<String> expressions(Class<?> type) {
        return JSON.getDeserializationConfig().introspect(JSON.constructType(type)).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .filter(name -> name.toLowerCase().contains("expression"))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
