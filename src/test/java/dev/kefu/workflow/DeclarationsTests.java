package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.kefu.KefuTest;
import dev.kefu.cases.CaseAborted;
import dev.kefu.cases.CaseFacts;
import dev.kefu.orders.Orders;
import dev.kefu.shared.PersonalData;
import dev.kefu.stock.Stock;
import jakarta.persistence.Entity;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

/** What a module must tell the house about its cases, so that none forgets it. */
@KefuTest
class DeclarationsTests {

    /** Modules with tables of their own that hold nothing of any customer, and why. */
    private static final Map<String, String> WITHOUT_PERSONAL_DATA = Map.of(
            "couriers", "where couriers go and what they take, and which employee asked or changed it",
            "language", "which language an employee chose",
            "stock", "articles, how many, and which employee counted them",
            "workflow", "when each open task is due, read from the engine's own table");

    /** What a case takes hold of until it lets go: units and money of an order, goods in stock. */
    private static final Map<Class<?>, Set<String>> HOLDS = Map.of(Orders.class, Set.of("claimUnits", "claimDelivered", "claimUnsent", "promise"),
            Stock.class, Set.of("reserve"));

    private static final List<ShippedModel> MODELS = ShippedModel.all();
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages("dev.kefu");

    @Autowired
    ApplicationContext beans;

    @Test
    void everyProcessIsDeclared() {
        assertThat(MODELS).isNotEmpty();
        assertThat(MODELS).extracting(ShippedModel::key).allMatch(key -> declaration(key).isPresent());
    }

    @Test
    void everyUserTaskIsDeclaredByItsProcess() {
        var forgotten = new ArrayList<String>();

        for (var model : MODELS) {
            var process = declared(model.key());
            model.userTasks().stream().filter(task -> process.taskCalled(task).isEmpty())
                    .forEach(task -> forgotten.add(model.key() + ": task(\"" + task + "\")"));
        }

        assertThat(forgotten).isEmpty();
    }

    @Test
    void everyAwaitedMessageIsDeclaredWithItsSenders() {
        var forgotten = new ArrayList<String>();

        for (var model : MODELS) {
            var process = declared(model.key());
            model.awaitedMessages().stream()
                    .filter(name -> process.messageCalled(name)
                            .filter(message -> process.isToldByHouse(name) != !message.senders().isEmpty()).isEmpty())
                    .forEach(name -> forgotten.add(model.key() + ": message(\"" + name + "\", …)"));
        }

        assertThat(MODELS).anyMatch(model -> !model.awaitedMessages().isEmpty());
        assertThat(forgotten).isEmpty();
    }

    @Test
    void everyVariableThatExpressionsAndDecisionsUseIsDeclared() {
        var forgotten = new TreeSet<String>();

        for (var model : MODELS) {
            forgotten.addAll(undeclared(model.key(), "an expression", model.readByExpressions()));
            forgotten.addAll(undeclared(model.key(), "a decision table", model.usedByDecisions()));
        }

        assertThat(MODELS).anyMatch(model -> !model.readByExpressions().isEmpty())
                .anyMatch(model -> !model.usedByDecisions().isEmpty());
        assertThat(forgotten).isEmpty();
    }

    @Test
    void everyVariableThatProcessesGiveEachOtherIsDeclaredByBoth() {
        var forgotten = new TreeSet<String>();

        for (var model : MODELS) {
            for (var call : model.calls()) {
                forgotten.addAll(undeclared(model.key(), call.getId(), ShippedModel.mappedHere(call)));
                forgotten.addAll(undeclared(call.getCalledElement(), call.getId(), ShippedModel.mappedThere(call)));
            }
        }

        assertThat(MODELS).flatMap(ShippedModel::calls).isNotEmpty();
        assertThat(forgotten).isEmpty();
    }

    @Test
    void everyFieldOfAFormIsDeclaredAndAcceptedWhereItIsFilledIn() {
        var forgotten = new TreeSet<String>();

        for (var model : MODELS) {
            var process = declared(model.key());
            for (var form : model.forms()) {
                var accepted = form.isOfTask() ? process.taskCalled(form.element()) : Optional.of(process.start());
                var names = accepted.map(Submission::variables).orElse(List.of()).stream().map(ProcessVariable::name).toList();
                form.sent().stream().filter(name -> !names.contains(name))
                        .forEach(name -> forgotten.add(model.key() + ": " + form.element() + " doesn't accept " + name));
                forgotten.addAll(undeclared(model.key(), "the form of " + form.element(), form.shown()));
            }
        }

        assertThat(MODELS).flatMap(ShippedModel::forms).anyMatch(form -> !form.shown().isEmpty() && !form.sent().isEmpty());
        assertThat(forgotten).isEmpty();
    }

    @Test
    void everyVariableThatAServiceTaskReadsOrWritesIsDeclared() {
        var forgotten = new TreeSet<String>();
        var used = new TreeSet<String>();

        for (var model : MODELS) {
            for (var bean : model.serviceTasks()) {
                var names = variablesOf(CLASSES.get(AopUtils.getTargetClass(beans.getBean(bean))));
                used.addAll(names);
                forgotten.addAll(undeclared(model.key(), "the service task " + bean, names));
            }
        }

        assertThat(used).isNotEmpty();
        assertThat(forgotten).isEmpty();
    }

    @Test
    void everyKindOfCaseThatPeopleStartHasFacts() {
        var told = beans.getBeansOfType(CaseFacts.class).values().stream().map(CaseFacts::kind).toList();

        assertThat(startable()).isNotEmpty().extracting(CaseProcess::key).isSubsetOf(told);
    }

    /** Those that hold units or money of orders, and those of a case whose own records would stay open. */
    @Test
    void everyModuleThatHoldsSomethingForACaseLetsItGoWhenTheCaseIsStopped() {
        var holding = new TreeSet<String>();
        HOLDS.forEach((door, holds) -> CLASSES.stream()
                .filter(each -> each.getMethodCallsFromSelf().stream().anyMatch(call ->
                        call.getTargetOwner().isEquivalentTo(door) && holds.contains(call.getName())))
                .map(each -> module(each.getPackageName()))
                .filter(module -> !module.equals(module(door.getPackageName()))).forEach(holding::add));
        startable().stream().map(process -> module(process.getClass().getPackageName())).filter(modulesWithEntities()::contains)
                .forEach(holding::add);

        var listening = CLASSES.stream().flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(EventListener.class)
                        && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(CaseAborted.class))
                        && beans.getBeanNamesForType(method.getOwner().reflect()).length > 0)
                .map(method -> module(method.getOwner().getPackageName())).collect(Collectors.toSet());

        assertThat(HOLDS).allSatisfy((door, holds) ->
                assertThat(holds).isSubsetOf(Stream.of(door.getMethods()).map(Method::getName).toList()));
        assertThat(holding).isNotEmpty();
        assertThat(listening).containsAll(holding);
    }

    @Test
    void everyModuleWithTablesSaysWhatItHoldsAboutACustomer() {
        var telling = beans.getBeansOfType(PersonalData.class).values().stream()
                .map(each -> module(AopUtils.getTargetClass(each).getPackageName())).collect(Collectors.toSet());

        var silent = new TreeSet<>(modulesWithEntities());
        silent.removeAll(telling);

        assertThat(silent).isEqualTo(WITHOUT_PERSONAL_DATA.keySet());
    }

    private List<CaseProcess> startable() {
        return MODELS.stream().map(model -> declared(model.key())).filter(process -> !process.starters().isEmpty()).toList();
    }

    private Set<String> undeclared(String process, String where, Set<String> names) {
        return names.stream().filter(name -> !declared(process).reserves(name))
                .map(name -> process + ": " + name + ", used by " + where).collect(Collectors.toSet());
    }

    private CaseProcess declared(String key) {
        return declaration(key).orElseThrow(() -> new AssertionError("Nobody declares the process " + key));
    }

    private Optional<CaseProcess> declaration(String key) {
        return beans.getBeansOfType(CaseProcess.class).values().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** The constants that a service task names itself, or through the functions of a declaration. */
    private static Set<String> variablesOf(JavaClass serviceTask) {
        var ofDeclarations = serviceTask.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isAssignableTo(CaseProcess.class))
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .filter(JavaMethod.class::isInstance)
                .flatMap(method -> ((JavaMethod) method).getFieldAccesses().stream());
        return Stream.concat(serviceTask.getFieldAccessesFromSelf().stream(), ofDeclarations)
                .filter(access -> access.getTarget().getRawType().isEquivalentTo(ProcessVariable.class))
                .map(DeclarationsTests::nameOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(JavaFieldAccess access) {
        var constant = access.getTarget().resolveMember().orElseThrow().reflect();
        constant.setAccessible(true);
        try {
            return ((ProcessVariable<?>) constant.get(null)).name();
        } catch (IllegalAccessException shut) {
            throw new IllegalStateException(shut);
        }
    }

    private static Set<String> modulesWithEntities() {
        return CLASSES.stream().filter(each -> each.isAnnotatedWith(Entity.class)).map(each -> module(each.getPackageName()))
                .collect(Collectors.toSet());
    }

    private static String module(String packageName) {
        return packageName.split("\\.")[2];
    }
}
