package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.kefu.workflow.EngineCommands.Kind;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class EngineCommandsTests {

    /** Query and base classes of the engine's own tests. */
    private static final String OWN_TESTS = EngineCommands.ENGINE + "test.";

    @Test
    void knowsEveryCommandOfTheEngineAndNoOther() throws Exception {
        var listed = PropertiesLoaderUtils.loadProperties(
                        new ClassPathResource("engine-commands.properties", EngineCommands.class))
                .stringPropertyNames().stream().map(EngineCommands.ENGINE::concat).collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(commandsOfTheEngine());
    }

    @Test
    void refusesACommandThatNobodyHasThoughtAbout() {
        var unknown = new Command<Void>() {

            @Override
            public Void execute(CommandContext context) {
                return null;
            }
        };

        assertThat(new EngineCommands().of(unknown)).isEqualTo(Kind.INNER);
        assertThat(new EngineCommands().of(commandOfSomebodyElse())).isEqualTo(Kind.NEVER);
    }

    private static Command<?> commandOfSomebodyElse() {
        return (Command<?>) java.lang.reflect.Proxy.newProxyInstance(Command.class.getClassLoader(),
                new Class<?>[] {Command.class}, (proxy, method, arguments) -> null);
    }

    private static Set<String> commandsOfTheEngine() {
        JavaClasses engine = new ClassFileImporter().importPackages("org.camunda.bpm.engine.impl");
        return engine.stream()
                .filter(each -> each.isAssignableTo(Command.class) && !each.isInterface()
                        && !each.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith(OWN_TESTS))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
