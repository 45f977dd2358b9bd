package dev.kefu.shipping.courier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.shipping.CourierAnswer.Booked;
import dev.kefu.shipping.CourierAnswer.Refused;
import dev.kefu.shipping.CourierAnswer.Unclear;
import dev.kefu.shipping.CourierService.Cancelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourierReaderTests {

    private final CourierReader reader = new CourierReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "200 | {'status': 'BOOKED', 'trackingNumber': 'SF1'}                               | -  | SF1  | -",
        "201 | {'Status': ' booked ', 'TRACKINGNUMBER': 'SF 1', 'Courier': 'SF', 'fee': 1} | SF | SF 1 | -",
        "409 | {'status': 'BOOKED', 'trackingNumber': 17, 'reference': 'R'}                | -  | 17   | R"})
    void hearsThatItIsBooked(int status, String body, String courier, String number, String reference) {
        assertThat(reader.booking(status, json(body))).isEqualTo(new Booked(courier, number, reference));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | {'status': 'REFUSED', 'reason': 'Too heavy'} | Too heavy", "422 | {'status': 'Failed'} | 422",
        "422 | '' | 422", "402 | {'reason': 'No money'} | No money", "400 | {'status': 'REFUSED', 'reason': 17} | 17"})
    void hearsThatItIsRefused(int status, String body, String reason) {
        assertThat(reader.booking(status, json(body))).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.reason()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | ''", "204 | ''", "202 | ''", "202 | {'status': 'PENDING'}", "409 | ''", "200 | {'status': 'BOOKED'}",
        "200 | {'status': 'BOOKED', 'trackingNumber': ' '}", "200 | {'status': 'BOOKED', 'trackingNumber': '--'}",
        "200 | {'status': 'BOOKED', 'trackingNumber': '12345678901234567890123456789012345678901234567890123456789012345'}",
        "200 | {'status': ['BOOKED'], 'trackingNumber': 'SF1'}", "200 | [{'status': 'BOOKED', 'trackingNumber': 'SF1'}]",
        "200 | {'status': 'BOOKED', 'trackingNumber': 'SF1'", "301 | {'status': 'BOOKED', 'trackingNumber': 'SF1'}",
        "400 | {'status': 'BOOKED', 'trackingNumber': 'SF1'}", "401 | {}", "404 | ''", "429 | {'status': 'REFUSED'}",
        "500 | {'status': 'BOOKED', 'trackingNumber': 'SF1'}", "503 | {'status': 'REFUSED'}"})
    void asksAgainWhereNothingIsSaid(int status, String body) {
        assertThat(reader.booking(status, json(body))).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | '' | DONE", "204 | '' | DONE", "200 | {'status': 'CANCELLED'} | DONE", "404 | '' | DONE", "410 | {} | DONE",
        "202 | {'status': 'CANCELLED'} | DONE", "202 | '' | UNCLEAR", "200 | {'status': 'PENDING'} | UNCLEAR",
        "200 | {'status': 'REFUSED'} | TOO_LATE", "409 | {'status': 'REFUSED'} | TOO_LATE", "422 | '' | TOO_LATE",
        "409 | '' | UNCLEAR", "400 | '' | UNCLEAR", "401 | '' | UNCLEAR", "302 | '' | UNCLEAR", "429 | '' | UNCLEAR",
        "503 | {'status': 'REFUSED'} | UNCLEAR"})
    void hearsWhatBecameOfACancellation(int status, String body, Cancelled expected) {
        assertThat(reader.cancellation(status, json(body))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | '' | true", "204 | '' | true", "202 | {'status': 'ACCEPTED'} | true", "202 | '' | false",
        "200 | {'status': 'REFUSED'} | false", "200 | {'status': 'PENDING'} | false", "404 | '' | false", "500 | '' | false"})
    void hearsWhetherAParcelGoesElsewhere(int status, String body, boolean expected) {
        assertThat(reader.redirection(status, json(body))).isEqualTo(expected);
    }

    @Test
    void repeatsNoMoreOfAReasonThanPeopleRead() {
        var answer = (Refused) reader.booking(422, "{\"reason\": \"" + "long ".repeat(1000) + "\"}");

        assertThat(answer.reason()).hasSizeLessThanOrEqualTo(400);
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }
}
