package dev.kefu.refunds.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.PaymentService;
import dev.kefu.partners.PartnerCalls;
import dev.kefu.refunds.PaymentAnswer.Unclear;
import dev.kefu.refunds.PaymentOrder;
import dev.kefu.refunds.RefundCause;
import dev.kefu.shared.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPaymentServiceTests {

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nDrip:", "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nEA60\r\n"})
    void keepsNoThreadForAnAnswerThatDripsInByteByByte(String beginning) {
        try (var service = new PaymentService().next((shop, order, line) -> {
            line.raw(beginning);
            while (!Thread.currentThread().isInterrupted()) {
                line.raw(" ");
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        })) {
            var kefu = new HttpPaymentService(new PaymentSettings(service.url(), PaymentService.SECRET, Duration.ofMillis(300),
                    Duration.ofMillis(300), Duration.ofHours(4)), new ObjectMapper(), Clock.systemUTC());

            var answer = kefu.pay(new PaymentOrder("KF-2026-000042-1-1", "KF-2026-000042", "SO-1", Money.cny("50.00"),
                    RefundCause.RETURN, 1));

            assertThat(answer).isInstanceOf(Unclear.class);
            await().until(() -> Thread.getAllStackTraces().values().stream().noneMatch(HttpPaymentServiceTests::isReading));
            kefu.destroy();
        }
    }

    private static boolean isReading(StackTraceElement... stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals(PartnerCalls.class.getName())
                && frame.getMethodName().equals("exchange"));
    }
}
