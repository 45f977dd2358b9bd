package dev.kefu;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;

/** Whether the steps of a door to cases lock the order before anything is written (ADR 0023). */
public final class OrderFirst {

    private OrderFirst() {
    }

    /** The methods that change a case; those that only read say so. */
    public static Stream<Method> stepsOf(Class<?> door, Set<String> apart) {
        return Arrays.stream(door.getDeclaredMethods())
                .filter(each -> Modifier.isPublic(each.getModifiers()) && !each.isSynthetic() && !apart.contains(each.getName()))
                .filter(each -> each.getParameterCount() > 0 && each.getParameterTypes()[0] == CaseNumber.class)
                .filter(each -> each.getAnnotation(Transactional.class) == null
                        || !each.getAnnotation(Transactional.class).readOnly());
    }

    /** @param cases the repository that has the case */
    public static void verifyLocked(Method step, Object cases) throws ReflectiveOperationException {
        var constructor = step.getDeclaringClass().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Map<Class<?>, Object> parts = new HashMap<>();
        for (var type : constructor.getParameterTypes()) {
            parts.put(type, type.isInstance(cases) ? cases : mock(type));
        }
        var door = constructor.newInstance(Arrays.stream(constructor.getParameterTypes()).map(parts::get).toArray());
        var arguments = Arrays.stream(step.getParameterTypes()).map(OrderFirst::anything).toArray();

        try {
            step.invoke(door, arguments);
        } catch (InvocationTargetException afterwards) {
            // What the step does with the case is not the question here
        }

        verify((Orders) parts.get(Orders.class)).lock(any());
    }

    private static Object anything(Class<?> type) {
        return type == CaseNumber.class ? CaseNumber.of("KF-2026-000001") : type == boolean.class ? Boolean.TRUE : null;
    }
}
