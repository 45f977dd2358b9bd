package dev.kefu.whole;

import dev.kefu.KefuTest;
import dev.kefu.demo.TestCouriers;
import dev.kefu.demo.TestPeople;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole from outside: everything by HTTP, as other systems, scripts and people's browsers do it, with the
 * demo's people and couriers ({@link Kefu}). All of these share one running application, so each sells orders of its own.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestPeople.class, TestCouriers.class, Kefu.class})
public @interface WholeTest {
}
