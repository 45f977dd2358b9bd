package dev.kefu.couriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.ProcessTest;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Who carries a parcel, and what it costs, as the other modules ask it; with the demo's tables (SHP-2, SHP-4, SHP-5). */
@ProcessTest
@Transactional
class CouriersTests {

    @Autowired
    Couriers couriers;

    @Autowired
    CourierTable table;

    @Test
    void takesTheUsualCourier() {
        var choice = couriers.choose(new Destination("浙江省", "杭州市"), 1000, null, null).orElseThrow();

        assertThat(choice.quote().courier()).isEqualTo("YTO");
        assertThat(choice.quote().fee()).isEqualTo(Money.cny("5.00"));
        assertThat(choice.quote().difference()).isEqualTo(Money.cny("0.00"));
        assertThat(choice.why()).isEqualTo("YTO is the usual courier (SHP-2).");
    }

    @Test
    void takesTheOtherUsualCourierAfterTheFirstFailed() {
        var choice = couriers.choose(new Destination("四川", null), 1000, "圆通", null).orElseThrow();

        assertThat(choice.quote().courier()).isEqualTo("ZTO");
        assertThat(choice.why()).isEqualTo("ZTO is the other usual courier (SHP-2).");
    }

    @Test
    void takesTheNextUsualCourierWhereTheFirstDoesNotGo() {
        table.noteCoverage("YTO", draft("四川", "甘孜州", false), null);

        var choice = couriers.choose(new Destination("四川", "甘孜藏族自治州"), 1000, null, null).orElseThrow();

        assertThat(choice.quote().courier()).isEqualTo("ZTO");
        assertThat(choice.why()).isEqualTo("YTO is the usual courier (SHP-2). YTO does not go to 四川 甘孜藏族自治州. ZTO is the next"
                + " usual courier that does.");
    }

    @Test
    void takesTheCheapestOfTheOthersWhereNoUsualCourierGoes() {
        var choice = couriers.choose(new Destination("青海", "西宁"), 500, "YTO", null).orElseThrow();

        assertThat(choice.quote().courier()).isEqualTo("EMS");
        assertThat(choice.quote().difference()).isEqualTo(Money.cny("4.00"));
        assertThat(choice.why()).endsWith("ZTO does not go to 青海 西宁. No usual courier does; EMS is the cheapest of the others.");
    }

    @Test
    void asksTheTableAboutRemotePlaces() {
        assertThat(couriers.choose(new Destination("西藏", "那曲"), 1000, null, null).orElseThrow().quote().courier()).isEqualTo("EMS");
        assertThat(couriers.choose(new Destination("西藏", "那曲"), 1000, "ems", null).orElseThrow().quote().courier()).isEqualTo("SF");
    }

    @Test
    void takesWhomTheCustomerWants() {
        var choice = couriers.choose(new Destination("四川", null), 2300, "YTO", "顺丰").orElseThrow();

        assertThat(choice.quote().courier()).isEqualTo("SF");
        assertThat(choice.quote().difference()).isEqualTo(Money.cny("16.00"));
        assertThat(choice.why()).isEqualTo("The customer asks for this courier (SHP-5).");
    }

    @Test
    void refusesWhomTheCustomerWantsIfTheyCannot() {
        assertRefused(() -> couriers.choose(new Destination("西藏", null), 1000, null, "YTO"),
                "YTO does not go to 西藏. These do: SF, EMS.");
        assertRefused(() -> couriers.choose(new Destination("四川", null), 1000, null, "飞鸽"), "There is no courier 飞鸽.");
        assertRefused(() -> couriers.choose(new Destination("四川", null), 1000, "SF", "SF"), "SF could not deliver it before.");
        assertRefused(() -> couriers.choose(new Destination(null, null), 1000, null, "SF"),
                "The address names no province that is known here, so nobody can say whether SF goes there.");
    }

    @Test
    void doesNotTakeACourierThatIsNotUsedAnyMore() {
        var yto = table.courier("YTO");
        table.store(new CourierDraft("YTO", yto.nameZh(), yto.nameEn(), true, 1, true, false), yto.version());

        var choice = couriers.choose(new Destination("四川", null), 2300, null, null).orElseThrow();
        var quote = couriers.quote("YTO", new Destination("四川", null), 2300).orElseThrow();
        var sf = couriers.quote("SF", new Destination("四川", null), 2300).orElseThrow();

        assertThat(choice.quote().courier()).isEqualTo("ZTO");
        assertThat(quote.reached()).isFalse();
        assertThat(quote.fee()).isEqualTo(Money.cny("22.00"));
        assertThat(quote.explanation()).startsWith("YTO is not used any more.");
        assertThat(sf.difference()).isEqualTo(Money.cny("15.50"));
        assertThat(couriers.quotes(new Destination("四川", null), 2300)).extracting(CourierQuote::courier).doesNotContain("YTO");
    }

    @Test
    void findsNobodyWhereNobodyGoes() {
        assertThat(couriers.choose(new Destination("Atlantis", null), 1000, null, null)).isEmpty();
        assertThat(couriers.quotes(new Destination(null, null), 1000)).isNotEmpty().allSatisfy(quote -> {
            assertThat(quote.reached()).isFalse();
            assertThat(quote.fee()).isNull();
            assertThat(quote.explanation()).isEqualTo("The address names no province that is known here.");
        });
    }

    @ParameterizedTest
    @CsvSource({"yto, YTO", "圆通, YTO", "圆通快递, YTO", "YTO Express, YTO", "中通, ZTO", "韵达, YUNDA", "Yunda, YUNDA", "顺丰速运, SF",
            "邮政EMS, EMS", " s f , SF"})
    void knowsACourierByAnyOfItsNames(String typed, String code) {
        assertThat(couriers.codeOf(typed)).contains(code);
    }

    @Test
    void knowsNoOtherCourier() {
        assertThat(couriers.codeOf("飞鸽")).isEmpty();
        assertThat(couriers.codeOf(null)).isEmpty();
        assertThat(couriers.codeOf("  ")).isEmpty();
        assertThat(couriers.quote("飞鸽", new Destination("四川", null), 1000)).isEmpty();
    }

    @Test
    void handsParcelsToCouriersOfTheTableOnly() {
        assertThat(couriers.carrier(" 圆通速递 ")).isEqualTo("YTO");

        assertThatThrownBy(() -> couriers.carrier("NIX")).isInstanceOfSatisfying(RuleViolation.class, refusal ->
                assertThat(refusal.violations()).containsExactly(new Violation("courier", "SHP-2",
                        "The table of couriers knows no NIX, only: YTO, ZTO, YUNDA, SF, EMS.")));
    }

    @Test
    void countsAParcelOfUnknownWeightAsTheFirstWeight() {
        assertThat(couriers.quote("YTO", new Destination("四川", null), 0).orElseThrow().fee()).isEqualTo(Money.cny("10.00"));
    }

    private static RateDraft draft(String province, String city, boolean reached) {
        return new RateDraft(Province.called(province).orElseThrow(), city, reached, null, null, CoverageSource.TELEPHONE, null);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RuleViolation.class, refusal ->
                assertThat(refusal.violations()).containsExactly(new Violation("courier", "SHP-5", message)));
    }
}
