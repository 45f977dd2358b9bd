package dev.kefu.returns.domain;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kefu.OrderFirst;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who changes a return holds its order's row first, so that no two wait for each other in a ring (ADR 0023). */
class ReturnLocksTests {

    /** They look, note on the timeline only, or ask somebody outside while nothing may be locked. */
    private static final Set<String> APART = Set.of("bookCollection", "isParcelHere", "isWayBackFailed", "cameUnexpectedly");

    static Stream<Method> steps() {
        return OrderFirst.stepsOf(Returns.class, APART);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void locksTheOrderFirst(Method step) throws ReflectiveOperationException {
        var cases = mock(ReturnCases.class);
        var goods = mock(ReturnCase.class, RETURNS_DEEP_STUBS);
        when(cases.get(any())).thenReturn(goods);

        OrderFirst.verifyLocked(step, cases);
    }
}
