package dev.kefu.workflow;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.joda.time.DateTime;
import org.springframework.lang.Nullable;

/**
 * What an expression may name, in models, filters and queries: the variables, four members of the execution, the
 * functions of Tasklist's filters and calculations with {@code dateTime()}; in a running process the service tasks too.
 * Everything else does not exist for it, whoever wrote it; 7.24.0 evaluates expressions of any logged-in user inside
 * or-queries (CVE-2026-109432).
 */
class HouseExpressions extends JuelExpressionManager {

    /** Those of Tasklist's filters; plug-ins of the engine bring more, which read and write documents. */
    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    /** An expression is read by recursion, so a deep one would fill the stack. */
    private static final int LONGEST = 2000;
    private static final int MOST_BRACKETS = 50;

    private final Function<String, Object> serviceTask;

    /** @param serviceTask the bean that carries out the service task of this name, null if there is none */
    HouseExpressions(Function<String, Object> serviceTask) {
        this.serviceTask = serviceTask;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    public Expression createExpression(String expression) {
        requireReadable(expression);
        return super.createExpression(expression);
    }

    private static void requireReadable(String expression) {
        var isExpression = expression.contains("${") || expression.contains("#{");
        if (isExpression && expression.length() > LONGEST) {
            throw forbidden("more than " + LONGEST + " characters");
        }
        if (isExpression && expression.chars().filter(sign -> "([?".indexOf(sign) >= 0).count() > MOST_BRACKETS) {
            throw forbidden("more than " + MOST_BRACKETS + " brackets and question marks");
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new ServiceTasks());
        resolver.add(new OwnExecution());
        resolver.add(new VariablesOnly());
        resolver.add(new VariableContextElResolver());
        resolver.add(new AllowedMembers());
        return resolver;
    }

    /** The members of an execution that models use; the execution itself would be a way to the whole engine. */
    record Execution(DelegateExecution wrapped) {

        Object property(String name) {
            return switch (name) {
                case "processBusinessKey" -> wrapped.getProcessBusinessKey();
                case "id" -> wrapped.getId();
                default -> throw forbidden("execution." + name);
            };
        }

        @Nullable
        Object call(String name, Object[] arguments) {
            if (arguments == null || arguments.length != 1 || !(arguments[0] instanceof String variable)) {
                throw forbidden("execution." + name);
            }
            return switch (name) {
                case "hasVariable" -> wrapped.hasVariable(variable);
                case "getVariable" -> wrapped.getVariable(variable);
                default -> throw forbidden("execution." + name);
            };
        }
    }

    /**
     * First of all, so that no variable can stand in for a service task. Only a process has them; for a filter or a query
     * there are none.
     */
    private class ServiceTasks extends ReadOnly {

        @Override
        Object read(ELContext context, @Nullable Object base, Object property) {
            return base == null && property instanceof String name
                    && context.getContext(VariableScope.class) instanceof DelegateExecution ? serviceTask.apply(name) : null;
        }
    }

    private static class OwnExecution extends ReadOnly {

        @Override
        Object read(ELContext context, @Nullable Object base, Object property) {
            if (base == null && "execution".equals(property)
                    && context.getContext(VariableScope.class) instanceof DelegateExecution execution) {
                return new Execution(execution);
            }
            return null;
        }
    }

    /** Variables, and the engine's {@code authenticatedUserId}; not the scope objects themselves. */
    private static class VariablesOnly extends VariableScopeElResolver {

        private static final Set<String> SCOPES = Set.of("execution", "task", "caseExecution", "externalTask");

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null && property instanceof String name && SCOPES.contains(name)) {
                throw forbidden(name);
            }
            return super.getValue(context, base, property);
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw forbidden("assignment to " + property);
        }
    }

    private static class AllowedMembers extends ReadOnly {

        private static final Set<String> DATE_MEMBERS_START = Set.of("plus", "minus", "with", "get", "toDate", "is");

        /** Values that lead nowhere else; a date's zone, chronology or class would. */
        private static final Set<Class<?>> DATE_RESULTS =
                Set.of(DateTime.class, Date.class, int.class, long.class, boolean.class);

        @Override
        Object read(ELContext context, @Nullable Object base, Object property) {
            if (base == null) {
                return null;
            }
            if (base instanceof Execution execution) {
                context.setPropertyResolved(true);
                return execution.property(String.valueOf(property));
            }
            if (base instanceof Map<?, ?> map) {
                context.setPropertyResolved(true);
                return map.get(property);
            }
            throw forbidden(base.getClass().getSimpleName() + "." + property);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            var name = String.valueOf(method);
            if (base instanceof Execution execution) {
                context.setPropertyResolved(true);
                return execution.call(name, arguments);
            }
            if (base instanceof DateTime date && DATE_MEMBERS_START.stream().anyMatch(name::startsWith)) {
                context.setPropertyResolved(true);
                return call(date, name, arguments == null ? new Object[0] : arguments);
            }
            throw forbidden((base == null ? "" : base.getClass().getSimpleName() + ".") + name + "()");
        }

        private static Object call(DateTime date, String name, Object[] arguments) {
            return Arrays.stream(DateTime.class.getMethods())
                    .filter(method -> method.getName().equals(name)
                            && DATE_RESULTS.contains(method.getReturnType())
                            && method.getParameterCount() == arguments.length
                            && Arrays.stream(method.getParameterTypes()).allMatch(type -> type == int.class))
                    .findFirst()
                    .map(method -> {
                        try {
                            return method.invoke(date, Arrays.stream(arguments)
                                    .map(argument -> ((Number) argument).intValue()).toArray());
                        } catch (ReflectiveOperationException | ClassCastException unfit) {
                            throw forbidden("DateTime." + name + Arrays.toString(arguments));
                        }
                    })
                    .orElseThrow(() -> forbidden("DateTime." + name + "()"));
        }
    }

    private abstract static class ReadOnly extends ELResolver {

        @Nullable
        abstract Object read(ELContext context, @Nullable Object base, Object property);

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            var value = read(context, base, property);
            if (value != null) {
                context.setPropertyResolved(true);
            }
            return value;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw forbidden("assignment to " + property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }

    private static PropertyNotFoundException forbidden(String what) {
        return new Forbidden("An expression may not use " + what);
    }

    /** An expression named what does not exist for it. */
    static class Forbidden extends PropertyNotFoundException {

        private Forbidden(String message) {
            super(message);
        }
    }
}
