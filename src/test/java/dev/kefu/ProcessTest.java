package dev.kefu;

import dev.kefu.demo.TestCouriers;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/**
 * A test that walks a process: the real engine on a real database, jobs run by hand, the clock fixed ({@link FixedClock}), one person for each
 * group of the department ({@link Department}), and the demo's couriers.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KefuTest
@ExtendWith(FixedClock.class)
@Import({Department.class, TestCouriers.class})
public @interface ProcessTest {
}
