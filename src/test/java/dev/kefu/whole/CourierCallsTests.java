package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What couriers take and where they go, as people and programs ask it and keep it (SHP-2 to SHP-5). */
@WholeTest
class CourierCallsTests {

    private static final AtomicInteger COURIERS = new AtomicInteger();
    private static final String HEADER = "courier,province,city,reached,firstWeightGrams,firstFee,stepGrams,stepFee,days,source,asOf\n";

    @Autowired
    Kefu kefu;

    /** A courier of this test alone, dear enough that no other test takes it. */
    private final String own = "OWN" + COURIERS.incrementAndGet();

    @Test
    void quotesEachCourierTheBestFirstAndExplainsItself() {
        var quotes = quotes("province=四川省&city=成都市&weight=2300");

        assertThat(quotes.findValuesAsText("courier")).startsWith("YUNDA", "YTO", "ZTO");
        var yto = of(quotes, "YTO");
        assertThat(yto.get("fee").asText()).isEqualTo("22.00");
        assertThat(yto.get("days").asInt()).isEqualTo(4);
        assertThat(yto.get("reached").asBoolean()).isTrue();
        assertThat(yto.get("difference").asText()).isEqualTo("0.00");
        assertThat(yto.get("currency").asText()).isEqualTo("CNY");
        assertThat(yto.get("explanation").asText()).isEqualTo("By the table, YTO goes to 四川. The row of 四川 says 10.00 CNY for the"
                + " first 1000 g, and 6.00 CNY for each further 1000 g. 2300 g is 1300 g more, which counts as 2 further: 10.00 CNY"
                + " + 2 × 6.00 CNY = 22.00 CNY. The customer never pays a difference for YTO.");
        var sf = of(quotes, "SF");
        assertThat(sf.get("fee").asText()).isEqualTo("38.00");
        assertThat(sf.get("difference").asText()).isEqualTo("16.00");
        assertThat(sf.get("explanation").asText()).contains("2300 g is 1300 g more, which counts as 3 further: 23.00 CNY + 3 × 5.00 CNY"
                + " = 38.00 CNY.", "YTO, the cheapest usual courier, would take 22.00 CNY, so the difference is 16.00 CNY.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"1, 10.00", "1000, 10.00", "1001, 16.00", "2000, 16.00", "2001, 22.00", "1kg, 10.00", "1.001kg, 16.00", "1.0005kg, 16.00",
            "1500g, 16.00", "2千克, 16.00", "2 KG, 16.00"})
    void countsEachStepThatIsBegun(String weight, String fee) {
        assertThat(of(quotes("province=Sichuan&weight=" + encoded(weight)), "YTO").get("fee").asText()).isEqualTo(fee);
    }

    @Test
    void takesTheRowOfTheCityBeforeThatOfTheProvince() {
        var hangzhou = quotes("province=浙江&city=杭州&weight=1000");
        var ningbo = quotes("province=Zhejiang&city=宁波市&weight=1000");

        assertThat(of(hangzhou, "YTO").get("fee").asText()).isEqualTo("5.00");
        assertThat(of(hangzhou, "YTO").get("explanation").asText()).contains("The row of 浙江 杭州市 says");
        assertThat(of(hangzhou, "YUNDA").get("fee").asText()).isEqualTo("5.50");
        assertThat(of(ningbo, "YTO").get("fee").asText()).isEqualTo("6.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"内蒙古", "内蒙古自治区", "内蒙", "Inner Mongolia", "inner mongolia autonomous region"})
    void takesTheFeeOfTheProvinceWhereOnlyCoverageIsKnownOfTheTown(String province) {
        var alxa = of(quotes("province=" + encoded(province) + "&city=阿拉善盟&weight=1000&courier=圆通"), "YTO");

        assertThat(alxa.get("reached").asBoolean()).isFalse();
        assertThat(alxa.get("fee").asText()).isEqualTo("16.00");
        assertThat(alxa.get("coverageSource").asText()).isEqualTo("TELEPHONE");
        assertThat(alxa.get("coverageAsOf").asText()).isEqualTo("2025-10-12");
        assertThat(alxa.get("explanation").asText()).startsWith("On the telephone YTO said on 2025-10-12 that it does not go to"
                + " 内蒙古 阿拉善盟.");
    }

    @Test
    void countsTheFeeOfADefaultCourierThatDoesNotGoThereForTheDifference() {
        var tibet = quotes("province=西藏&weight=1000");

        assertThat(of(tibet, "YTO").get("reached").asBoolean()).isFalse();
        assertThat(of(tibet, "YTO").get("fee").asText()).isEqualTo("22.00");
        assertThat(of(tibet, "SF").get("difference").asText()).isEqualTo("11.00");
        assertThat(of(tibet, "EMS").get("difference").asText()).isEqualTo("8.00");
        assertThat(tibet.get(0).get("courier").asText()).isEqualTo("EMS");
    }

    @Test
    void countsTheWholeFeeWhereNoDefaultCourierHasOne() {
        var taiwan = of(quotes("province=台湾&weight=500"), "SF");

        assertThat(taiwan.get("difference").asText()).isEqualTo(taiwan.get("fee").asText()).isEqualTo("36.00");
        assertThat(taiwan.get("explanation").asText()).endsWith("No usual courier has a fee there, so the difference is the whole fee.");
        var yto = of(quotes("province=台湾&weight=500"), "YTO");
        assertThat(yto.get("fee").isNull()).isTrue();
        assertThat(yto.get("explanation").asText()).isEqualTo("By the table, YTO does not go to 台湾. What it takes there is not known.");
    }

    @Test
    void saysThatATableHasNoRow() {
        introduce();

        var quote = of(quotes("province=甘肃&weight=500&courier=" + own), own);

        assertThat(quote.get("reached").asBoolean()).isFalse();
        assertThat(quote.get("explanation").asText()).isEqualTo("The table has no row of " + own + " for 甘肃.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "province=Atlantis&weight=500 | province",
        "weight=500 | province",
        "province=浙江&weight=0 | weight",
        "province=浙江 | weight",
        "province=浙江&weight=-5 | weight",
        "province=浙江&weight=1000001 | weight",
        "province=浙江&weight=9999999kg | weight",
        "province=浙江&weight=heavy | weight",
        "province=浙江&weight=500&courier=Pigeon | courier",
        "province=浙江&weight=500&city=%3Dcmd | city",
        "province=北京&weight=500&city=杭州市 | city"
    })
    void refusesWhatCannotBeWithTheNameOfTheField(String question, String field) {
        var answer = ask("agent", question);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("violations").findValuesAsText("field")).containsExactly(field);
    }

    @Test
    void saysWhereNobodyKnowsTheCity() {
        var misspelt = of(quotes("province=浙江&city=" + encoded("杭洲市") + "&weight=500"), "YTO");
        var district = of(quotes("province=北京&city=" + encoded("朝阳区") + "&weight=500"), "YTO");

        assertThat(misspelt.get("fee").asText()).isEqualTo("6.00");
        assertThat(misspelt.get("explanation").asText()).contains("Nobody knows a city called so in 浙江");
        assertThat(district.get("explanation").asText()).doesNotContain("Nobody knows");
    }

    @Test
    void keepsNoRowOfACityInAnotherProvince() {
        introduce();

        var typed = rate("supervisor", "{\"province\": \"北京\", \"city\": \"杭州市\", \"reached\": false}");
        var imported = imported("supervisor",
                HEADER + own + ",北京,杭州市,false,,,,,,,\n" + own + ",浙江,杭州市,false,,,,,,,\n");

        assertThat(typed.status()).as(typed.body()).isEqualTo(422);
        assertThat(typed.body()).contains("杭州市 lies in 浙江, not in 北京.");
        assertThat(imported.json().get("stored").asInt()).as(imported.body()).isEqualTo(1);
        assertThat(imported.body()).contains("杭州市 lies in 浙江, not in 北京.");
    }

    @Test
    void speaksChineseToWhoeverReadsIt() {
        var answer = kefu.as("agent").with("Accept-Language", "zh-CN").get("/api/couriers/quote?courier=SF&weight=2300&province="
                + encoded("四川"));

        var sf = answer.json().get(0);
        assertThat(sf.get("name").asText()).isEqualTo("顺丰速运");
        assertThat(sf.get("explanation").asText()).isEqualTo("按资费表，SF 能送达“四川”。“四川”一行：首重 1000 克 23.00 CNY，续重每 500 克"
                + " 5.00 CNY。2300 克，超出首重 1300 克，按 3 个续重计：23.00 CNY + 3 × 5.00 CNY = 38.00 CNY。最便宜的默认快递 YTO 运费为"
                + " 22.00 CNY，差价为 16.00 CNY。");
    }

    @Test
    void keepsCouriersAndTheirRows() {
        introduce();
        var row = "{\"province\": \"甘肃省\", \"reached\": true, \"firstWeightGrams\": 1000, \"firstFee\": \"990\", \"stepGrams\": 500,"
                + " \"stepFee\": 99.5, \"days\": 3}";

        var stored = rate("supervisor", row);

        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        var rates = rates();
        assertThat(rates).hasSize(1);
        assertThat(rates.get(0).toString()).isEqualTo(stored.json().toString()).startsWith("{\"courier\":\"" + own + "\",\"province\":\"甘肃\","
                + "\"city\":null,\"reached\":true,\"firstWeightGrams\":1000,\"firstFee\":\"990.00\",\"stepGrams\":500,\"stepFee\":\"99.50\","
                + "\"currency\":\"CNY\",\"days\":3,\"source\":\"TABLE\",\"asOf\":\"");
        assertThat(rates.get(0).get("changedBy").asText()).isEqualTo("supervisor");
        var quote = of(quotes("province=甘肃&weight=1001&courier=" + own), own);
        assertThat(quote.get("fee").asText()).isEqualTo("1089.50");
        assertThat(quote.get("difference").asText()).isEqualTo("1061.50");
    }

    @Test
    void takesBackWhatItTold() {
        introduce();
        rate("supervisor", "{\"province\": \"甘肃\", \"reached\": false}");
        var courier = of(kefu.as("agent").get("/api/couriers").json(), own, "code");

        var courierAgain = kefu.as("supervisor").put("/api/couriers/" + own, courier.toString());
        var rateAgain = rate("supervisor", rates().get(0).toString());

        assertThat(courierAgain.status()).as(courierAgain.body()).isEqualTo(200);
        assertThat(rateAgain.status()).as(rateAgain.body()).isEqualTo(200);
        assertThat(rateAgain.json().get("version").asInt()).isZero();
        assertThat(courierAgain.json().get("version").asInt()).isZero();
    }

    @Test
    void losesNoUpdate() {
        introduce();
        rate("supervisor", "{\"province\": \"甘肃\", \"reached\": false}");
        var seen = rates().get(0).toString();

        var first = rate("supervisor", seen.replace("\"days\":null", "\"days\":7"));
        var second = rate("supervisor", seen.replace("\"days\":null", "\"days\":9"));
        var unseen = rate("supervisor", "{\"province\": \"甘肃\", \"reached\": false}");
        var gone = rate("supervisor", seen.replace("甘肃", "青海"));

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(List.of(second.status(), unseen.status(), gone.status())).containsOnly(409);
        assertThat(rates()).hasSize(1);
        assertThat(rates().get(0).get("days").asInt()).isEqualTo(7);
        var courier = kefu.as("supervisor").put("/api/couriers/" + own, courier(0, "新名"));
        var stale = kefu.as("supervisor").put("/api/couriers/" + own, courier(0, "旧名"));
        assertThat(courier.status()).as(courier.body()).isEqualTo(200);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(kefu.as("supervisor").put("/api/couriers/" + own, courier(null, "旧名")).status()).isEqualTo(409);
        assertThat(of(kefu.as("agent").get("/api/couriers").json(), own, "code").get("nameZh").asText()).isEqualTo("新名");
    }

    @Test
    void letsOneOfManyWhoChangeARowAtOnceHaveIt() {
        introduce();
        rate("supervisor", "{\"province\": \"甘肃\", \"reached\": false}");
        var seen = rates().get(0).toString();

        var answers = Kefu.atOnce(6, each -> rate("supervisor", seen.replace("\"days\":null", "\"days\":" + (each + 1))));
        var created = Kefu.atOnce(6, each -> rate("supervisor", "{\"province\": \"青海\", \"reached\": false, \"days\": " + (each + 1) + "}"));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).contains(409);
        assertThat(created).extracting(Answer::status).containsOnlyOnce(200).contains(409);
        assertThat(rates()).hasSize(2);
    }

    @Test
    void keepsWhatCouriersAnswerWithDateAndSource() {
        introduce();
        rate("supervisor", "{\"province\": \"甘肃\", \"reached\": true, \"firstWeightGrams\": 1000, \"firstFee\": \"990\","
                + " \"stepGrams\": 500, \"stepFee\": \"99\", \"days\": 3}");

        var answered = rate("agent", "{\"province\": \"甘肃\", \"reached\": false, \"source\": \"TELEPHONE\", \"asOf\": \"2026-11-01\"}");
        var later = rate("orderclerk", "{\"province\": \"甘肃\", \"city\": \"敦煌市\", \"reached\": true, \"source\": \"WEB_SITE\"}");
        var earlier = rate("agent", "{\"province\": \"甘肃\", \"reached\": true, \"source\": \"TELEPHONE\", \"asOf\": \"2026-10-01\"}");

        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(later.status()).as(later.body()).isEqualTo(200);
        assertThat(earlier.status()).as(earlier.body()).isEqualTo(409);
        assertThat(answered.json().get("firstFee").asText()).isEqualTo("990.00");
        assertThat(answered.json().get("days").asInt()).isEqualTo(3);
        assertThat(answered.json().get("source").asText()).isEqualTo("TELEPHONE");
        assertThat(answered.json().get("asOf").asText()).isEqualTo("2026-11-01");
        assertThat(answered.json().get("changedBy").asText()).isEqualTo("agent");
        assertThat(of(quotes("province=甘肃&city=兰州&weight=1000&courier=" + own), own).get("reached").asBoolean()).isFalse();
        var town = of(quotes("province=甘肃&city=敦煌&weight=1000&courier=" + own), own);
        assertThat(town.get("reached").asBoolean()).isTrue();
        assertThat(town.get("fee").asText()).isEqualTo("990.00");
        assertThat(town.get("coverageSource").asText()).isEqualTo("WEB_SITE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'reached': true, 'source': 'TELEPHONE'} | province",
        "{'province': 'Atlantis', 'reached': true, 'source': 'TELEPHONE'} | province",
        "{'province': '甘肃', 'city': '=1+1', 'reached': true, 'source': 'TELEPHONE'} | city",
        "{'province': '甘肃', 'source': 'TELEPHONE'} | reached",
        "{'province': '甘肃', 'reached': true, 'source': 'RUMOUR'} | source",
        "{'province': '甘肃', 'reached': true, 'source': 'WEB_SITE', 'asOf': '2999-01-01'} | asOf",
        "{'province': '甘肃', 'reached': true} | firstFee",
        "{'province': '甘肃', 'reached': true, 'firstFee': '1'} | firstWeightGrams,stepGrams,stepFee",
        "{'province': '甘肃', 'reached': true, 'firstWeightGrams': 0, 'firstFee': '-1', 'stepGrams': 500, 'stepFee': '0.001'} | firstWeightGrams,firstFee,stepFee",
        "{'province': '甘肃', 'reached': true, 'firstWeightGrams': 1, 'firstFee': 1e99, 'stepGrams': 500, 'stepFee': 1e-99} | firstFee,stepFee",
        "{'province': '甘肃', 'reached': false, 'days': 0} | days",
        "{'province': '甘肃', 'reached': false, 'currency': 'USD'} | currency"
    })
    void refusesARowThatCannotBe(String row, String fields) {
        introduce();

        var answer = rate("supervisor", row.replace('\'', '"'));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("violations").findValuesAsText("field")).containsExactlyInAnyOrder(fields.split(","));
        assertThat(rates()).isEmpty();
    }

    @Test
    void refusesACourierThatCannotBe() {
        var answer = kefu.as("supervisor").put("/api/couriers/%C3%A4", "{\"nameZh\": \" \", \"preference\": 0}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("violations").findValuesAsText("field")).containsExactlyInAnyOrder("code", "nameZh", "nameEn",
                "isDefault", "freeOfDifference", "active", "preference");
        var broken = kefu.as("supervisor").put("/api/couriers/new!%3Cb%3E", "{}");
        assertThat(broken.json().get("violations").findValuesAsText("field")).as(broken.body()).contains("code");
        assertThat(kefu.as("agent").get("/api/couriers/NOBODY/rates").status()).isEqualTo(404);
        assertThat(rate("supervisor", "{\"province\": \"甘肃\", \"reached\": false}").status()).isEqualTo(404);
    }

    @Test
    void importsATableTwiceAndChangesNothing() {
        introduce();
        var file = HEADER + own + ",甘肃,,true,1000,990,500,99.50,3,TABLE,2026-07-01\n\n" + own.toLowerCase()
                + ",\"青海省\",西宁,是,1000,880.00,500,88,4,,\n";

        var first = imported("supervisor", "\uFEFF" + file);
        var second = imported("supervisor", file);

        assertThat(first.body()).isEqualTo("{\"read\":2,\"stored\":2,\"unchanged\":0,\"refused\":[],\"refusedRows\":0}");
        assertThat(second.body()).isEqualTo("{\"read\":2,\"stored\":0,\"unchanged\":2,\"refused\":[],\"refusedRows\":0}");
        assertThat(rates()).hasSize(2);
        var exported = kefu.as("agent").get("/api/couriers/rates/export?courier=" + own);
        assertThat(exported.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(exported.body()).startsWith("\uFEFF" + HEADER.strip()).contains(own + ",甘肃,,true,1000,990.00,500,99.50,3,TABLE,2026-07-01");
        assertThat(imported("supervisor", exported.body()).json().get("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void refusesOnlyTheBadRowsOfATable() {
        introduce();

        var report = imported("supervisor", HEADER
                + "PIGEON,甘肃,,true,1000,990,500,99,3,,\n"
                + own + ",Atlantis,,true,1000,990,500,99,3,,\n"
                + own + ",甘肃,,perhaps,a kilo,cheap,500,99,soon,,yesterday\n"
                + own + ",甘肃,,true,1000\n"
                + own + ",\"甘肃,,true,1000,990,500,99,3,,\n"
                + own + ",甘肃,,true,1000,990,500,99,3,,\n"
                + own + ",甘肃省,,true,1000,770,500,77,3,,\n"
                + own + ",青海,,true,,,,,3,,\n").json();

        assertThat(report.get("read").asInt()).isEqualTo(8);
        assertThat(report.get("stored").asInt()).isEqualTo(1);
        assertThat(report.get("refusedRows").asInt()).isEqualTo(7);
        assertThat(report.get("refused").findValuesAsText("row")).containsExactly("2", "3", "4", "5", "6", "8", "9");
        var reasons = report.get("refused").findValuesAsText("reason");
        assertThat(reasons.get(0)).isEqualTo("There is no courier \"PIGEON\".");
        assertThat(reasons.get(2)).contains("Column reached", "Column firstWeightGrams", "Column firstFee", "Column days", "Column asOf");
        assertThat(reasons.get(3)).isEqualTo("It has 5 cells, and the header has 11.");
        assertThat(reasons.get(5)).isEqualTo("The same courier and region stand on line 7 already.");
        assertThat(rates()).hasSize(1);
    }

    @Test
    void refusesAFileThatIsNoTable() {
        var header = imported("supervisor", "courier,province,price,province\n");

        assertThat(header.status()).isEqualTo(422);
        assertThat(header.json().get("detail").asText()).contains("Nobody knows a column \"price\".", "Column province stands there twice.",
                "Column reached is missing.").doesNotContain("city");
        assertThat(imported("supervisor", "").status()).isEqualTo(422);
        assertThat(imported("supervisor", HEADER + ",".repeat(10_000_000)).status()).isEqualTo(422);
        assertThat(imported("supervisor", HEADER + "\n".repeat(100_001)).status()).isEqualTo(422);
    }

    @Test
    void keepsALaterAnswerWhenAnOlderTableIsImported() {
        introduce();
        imported("supervisor", HEADER + own + ",甘肃,,true,1000,990,500,99,3,TABLE,2026-01-01\n");
        rate("agent", "{\"province\": \"甘肃\", \"reached\": false, \"source\": \"TELEPHONE\", \"asOf\": \"2026-06-01\"}");

        imported("supervisor", HEADER + own + ",甘肃,,true,1000,880,500,88,3,TABLE,2026-05-31\n");
        var kept = rates().get(0);
        imported("supervisor", HEADER + own + ",甘肃,,true,1000,880,500,88,3,TABLE,2026-06-02\n");

        assertThat(kept.get("firstFee").asText()).isEqualTo("880.00");
        assertThat(kept.get("reached").asBoolean()).isFalse();
        assertThat(kept.get("source").asText()).isEqualTo("TELEPHONE");
        assertThat(rates().get(0).get("reached").asBoolean()).isTrue();
    }

    @Test
    void removesARow() {
        introduce();
        imported("supervisor", HEADER + own + ",甘肃,,false,,,,,,,\n" + own + ",甘肃,敦煌,true,1000,990,500,99,3,,\n");

        var stale = kefu.as("supervisor").delete("/api/couriers/" + own + "/rates?version=5&city=敦煌市&province=".replace("敦煌市",
                encoded("敦煌市")) + encoded("甘肃"));
        var removed = kefu.as("supervisor").delete("/api/couriers/" + own + "/rates?version=0&province=" + encoded("甘肃") + "&city="
                + encoded("敦煌市"));

        var unseen = kefu.as("supervisor").delete("/api/couriers/" + own + "/rates?province=" + encoded("甘肃"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(removed.status()).isEqualTo(204);
        assertThat(unseen.status()).isEqualTo(422);
        assertThat(unseen.json().at("/violations/0/field").asText()).isEqualTo("version");
        assertThat(rates()).hasSize(1);
        assertThat(rates().get(0).get("city").isNull()).isTrue();
    }

    @Test
    void isKeptBySupervisorsAndPlatformManagersAskedByServiceStaffAndReadByAll() {
        introduce();
        var fee = "{\"province\": \"甘肃\", \"reached\": true, \"firstWeightGrams\": 1, \"firstFee\": 1, \"stepGrams\": 1, \"stepFee\": 1";
        for (var asker : List.of("agent", "junior", "consultant", "returns", "orderclerk", "teamlead", "manager")) {
            assertThat(rate(asker, fee + "}").status()).as(asker).isEqualTo(403);
            assertThat(rate(asker, fee + ", \"source\": \"TELEPHONE\"}").status()).as(asker).isEqualTo(403);
            assertThat(rate(asker, "{\"province\": \"甘肃\", \"city\": \"" + asker + "\", \"reached\": true, \"source\": \"TELEPHONE\"}")
                    .status()).as(asker).isEqualTo(200);
            assertThat(rightsOf(asker)).as(asker).isEqualTo("{\"keepsTables\":false,\"notesCoverage\":true}");
        }
        for (var other : List.of("warehouse", "finance", "hr", "auditor", "integration", "analyst", "technician", "office")) {
            assertThat(rate(other, "{\"province\": \"甘肃\", \"reached\": true, \"source\": \"TELEPHONE\"}").status()).as(other).isEqualTo(403);
            assertThat(kefu.as(other).get("/api/couriers/" + own + "/rates").status()).as(other).isEqualTo(200);
            assertThat(ask(other, "province=甘肃&weight=1").status()).as(other).isEqualTo(200);
            assertThat(rightsOf(other)).as(other).isEqualTo("{\"keepsTables\":false,\"notesCoverage\":false}");
        }
        for (var other : List.of("agent", "manager", "orderclerk", "warehouse", "auditor", "integration")) {
            assertThat(kefu.as(other).put("/api/couriers/" + own, courier(0, "别名")).status()).as(other).isEqualTo(403);
            assertThat(imported(other, HEADER).status()).as(other).isEqualTo(403);
            assertThat(kefu.as(other).delete("/api/couriers/" + own + "/rates?version=0&province=" + encoded("甘肃")).status()).as(other)
                    .isEqualTo(403);
            assertThat(kefu.as(other).delete("/api/couriers/" + own + "/rates").status()).as(other).isEqualTo(403);
        }
        assertThat(rate("supervisor", fee + "}").status()).isEqualTo(200);
        assertThat(rightsOf("supervisor")).isEqualTo("{\"keepsTables\":true,\"notesCoverage\":true}");
        assertThat(kefu.anonymous().get("/api/couriers").status()).isEqualTo(401);
        assertThat(kefu.anonymous().get("/api/couriers/quote?province=Gansu&weight=1").status()).isEqualTo(401);
    }

    @Test
    void tellsTheProvincesToChooseFrom() {
        var provinces = kefu.as("agent").get("/api/couriers/provinces").json();

        assertThat(provinces).hasSize(34);
        assertThat(provinces.findValuesAsText("province")).contains("浙江", "台湾");
        assertThat(provinces.findValuesAsText("name")).contains("Shanxi", "Shaanxi", "Inner Mongolia");
    }

    @Test
    void isDescribed() {
        var paths = kefu.as("admin").get("/api/docs").json().get("paths");

        assertThat(paths.has("/api/couriers") && paths.has("/api/couriers/quote") && paths.has("/api/couriers/{code}/rates")
                && paths.has("/api/couriers/rates/import") && paths.has("/api/couriers/rates/export")).isTrue();
    }

    private void introduce() {
        var answer = kefu.as("supervisor").put("/api/couriers/" + own, courier(null, "快递" + own));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private String courier(Integer version, String nameZh) {
        var courier = new HashMap<String, Object>(Map.of("nameZh", nameZh, "nameEn", "Courier " + own, "isDefault", false,
                "preference", 900, "freeOfDifference", false, "active", true));
        courier.put("version", version);
        return Json.of(courier);
    }

    private Answer rate(String user, String row) {
        return kefu.as(user).put("/api/couriers/" + own + "/rates", row);
    }

    private JsonNode rates() {
        return kefu.as("agent").get("/api/couriers/" + own + "/rates").json();
    }

    private Answer imported(String user, String csv) {
        return kefu.as(user).with("Content-Type", "text/csv").send("POST", "/api/couriers/rates/import", csv);
    }

    private String rightsOf(String user) {
        return kefu.as(user).get("/api/couriers/rights").body();
    }

    private JsonNode quotes(String question) {
        var answer = ask("agent", question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** @param question its values need not be encoded, unless they have signs of their own */
    private Answer ask(String user, String question) {
        var encoded = new StringBuilder();
        question.codePoints().forEach(each -> encoded.append(each > 127 ? encoded(Character.toString(each)) : Character.toString(each)));
        return kefu.as(user).get("/api/couriers/quote?" + encoded);
    }

    private static JsonNode of(JsonNode quotes, String courier) {
        return of(quotes, courier, "courier");
    }

    private static JsonNode of(JsonNode all, String courier, String field) {
        for (var each : all) {
            if (each.get(field).asText().equals(courier)) {
                return each;
            }
        }
        throw new AssertionError("No " + courier + " in " + all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
