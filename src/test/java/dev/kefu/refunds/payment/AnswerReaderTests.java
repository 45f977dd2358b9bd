package dev.kefu.refunds.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.refunds.PaymentAnswer;
import dev.kefu.refunds.PaymentAnswer.Paid;
import dev.kefu.refunds.PaymentAnswer.Pending;
import dev.kefu.refunds.PaymentAnswer.Refused;
import dev.kefu.refunds.PaymentAnswer.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTests {

    private final AnswerReader reader = new AnswerReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "200 | {'status': 'PAID'}                                            | - | - | -",
        "201 | {'status': 'paid', 'reference': 'B-1', 'fee': {'amount': 1}}  | B-1 | - | -",
        "202 | {'Status': ' Paid ', 'AMOUNT': 50.00, 'Currency': 'CNY'}      | - | 50.00 | CNY",
        "200 | {'status': 'PAID', 'amount': '50', 'reference': 17}           | 17 | 50 | -",
        "200 | {'status': 'PAID', 'amount': ['50'], 'reference': ' '}        | - | [\"50\"] | -",
        "200 | {'status': 'PAID', 'amount': null, 'reference': 'B\\u202e\\n1'} | B1 | - | -",
        "409 | {'status': 'PAID', 'reference': 'B-1'}                        | B-1 | - | -"})
    void hearsThatItIsPaid(int status, String body, String reference, String amount, String currency) {
        assertThat(read(status, body)).isEqualTo(new Paid(reference, amount, currency));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | {'status': 'PENDING'}", "202 | {'status': 'pending', 'reference': 'B-1'}", "202 | ''", "202 | '  '", "409 | ''",
        "409 | {'error': 'busy'}", "409 | {'status': 'PENDING'}", "409 | <html>"})
    void hearsThatItTakesTime(int status, String body) {
        assertThat(read(status, body)).isEqualTo(new Pending());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | {'status': 'REFUSED', 'reason': 'No account'} | No account", "422 | {'status': 'Failed'} | 422",
        "402 | '' | 402", "422 | {'reason': 'Closed'} | Closed", "400 | {'status': 'REFUSED', 'reason': 17} | 17",
        "409 | {'status': 'REFUSED'} | 409"})
    void hearsThatItIsRefused(int status, String body, String reason) {
        assertThat(read(status, body)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | ''", "204 | ''", "200 | <html>PAID</html>", "200 | 'PAID'", "200 | {'status': 'PAYING'}", "200 | {'status': ['PAID']}",
        "200 | {'status': {'PAID': true}}", "200 | [{'status': 'PAID'}]", "200 | {'status': 'PAID'} {'status': 'REFUSED'}",
        "200 | {'status': 'PAID'", "202 | {'status': 'PAI", "301 | {'status': 'PAID'}", "400 | ''", "400 | {'status': 'PAID'}",
        "401 | {}", "404 | {'error': 'no'}", "422 | {'status': 'PAID'}", "402 | {'status': 'PENDING'}", "429 | {'status': 'REFUSED'}",
        "500 | {'status': 'PAID'}", "503 | {'status': 'REFUSED'}", "100 | ''", "999 | {'status': 'REFUSED'}"})
    void asksAgainWhereNothingIsSaid(int status, String body) {
        assertThat(read(status, body)).isInstanceOf(Unclear.class);
    }

    @Test
    void keepsWordsShort() {
        var answer = read(200, "{'status': 'REFUSED', 'reason': '" + "x".repeat(5000) + "'}");

        assertThat(((Refused) answer).reason()).hasSizeLessThan(500);
    }

    private PaymentAnswer read(int status, String body) {
        return reader.read(status, body.replace('\'', '"'));
    }
}
