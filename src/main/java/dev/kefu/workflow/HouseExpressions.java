package dev.kefu.workflow;

import dev.kefu.workflow.gate.HouseLanguage;
import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
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
 * What an expression may name, in models, filters and queries: the variables and {@link HouseLanguage}; in a running
 * process the service tasks too. Everything else does not exist for it, whoever wrote it; 7.24.0 evaluates expressions of
 * any logged-in user inside or-queries (CVE-2026-109432). The deployment gate refuses models by the same list; this wall
 * holds without it.
 */
class HouseExpressions extends JuelExpressionManager {

    private final Function<String, Object> serviceTask;

    /** @param serviceTask the bean that carries out the service task of this name, null if there is none */
    HouseExpressions(Function<String, Object> serviceTask) {
        this.serviceTask = serviceTask;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (HouseLanguage.FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    public Expression createExpression(String expression) {
        if (!HouseLanguage.isReadable(expression)) {
            throw forbidden("more than " + HouseLanguage.LONGEST + " characters, or more than "
                    + HouseLanguage.MOST_BRACKETS + " brackets and question marks");
        }
        return super.createExpression(expression);
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

        @Nullable
        Object property(String name) {
            var property = HouseLanguage.EXECUTION_PROPERTIES.get(name);
            if (property == null) {
                throw forbidden("execution." + name);
            }
            return property.apply(wrapped);
        }

        @Nullable
        Object call(String name, Object[] arguments) {
            if (arguments == null || arguments.length != 1 || !(arguments[0] instanceof String variable)) {
                throw forbidden("execution." + name);
            }
            var method = HouseLanguage.EXECUTION_METHODS.get(name);
            if (method == null) {
                throw forbidden("execution." + name);
            }
            return method.apply(wrapped, variable);
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
            if (base == null && HouseLanguage.EXECUTION.equals(property)
                    && context.getContext(VariableScope.class) instanceof DelegateExecution execution) {
                return new Execution(execution);
            }
            return null;
        }
    }

    /** Variables, and the engine's {@code authenticatedUserId}; not the scope objects themselves. */
    private static class VariablesOnly extends VariableScopeElResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null && property instanceof String name && HouseLanguage.SCOPES.contains(name)) {
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
            if (base instanceof DateTime date) {
                context.setPropertyResolved(true);
                return call(date, name, arguments == null ? new Object[0] : arguments);
            }
            throw forbidden((base == null ? "" : base.getClass().getSimpleName() + ".") + name + "()");
        }

        private static Object call(DateTime date, String name, Object[] arguments) {
            return HouseLanguage.dateMember(name, arguments.length)
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
