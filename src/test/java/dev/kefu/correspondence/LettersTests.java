package dev.kefu.correspondence;

import static dev.kefu.correspondence.Desk.APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.mail.Delivery;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.whole.Kefu;
import dev.kefu.whole.WholeTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers are written, in a house without a mail server. */
@WholeTest
@Import(Desk.class)
class LettersTests {

    private static final String REASON = "{\"reason\": \"The customer asked for it\"}";

    @Autowired
    Kefu kefu;

    @Autowired
    Desk desk;

    @Autowired
    Letters letters;

    @Autowired
    @Qualifier("letterDelivery")
    Delivery sender;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void areWrittenInChineseUnlessACustomerWantsAnotherLanguage() {
        var matter = desk.matterOf(Map.of("email", "xue@letters.example")).approved();

        var letter = matter.whole("agent");

        assertThat(letter.get("language").asText()).isEqualTo("zh");
        assertThat(letter.get("recipient").asText()).isEqualTo("xue@letters.example");
        assertThat(letter.get("subject").asText()).isEqualTo("【云上商城】您的退货申请已通过，退货授权号 RMA-7");
        assertThat(letter.get("body").asText()).contains("司徒雪莹，您好！", "浙江省杭州市文三路 9 号\n退货组", "2026年12月2日", "2 × 保温杯",
                matter.goods.number(), matter.order.number(), "云上商城 客户服务部");
        assertThat(letter.get("caseNumber").asText()).isEqualTo(matter.goods.number());
        assertThat(matter.timeline()).containsEntry("LETTER_WRITTEN", "return-approved (zh)");
    }

    @Test
    void areWrittenInEnglishToWhomTheShopTellsSo() {
        var matter = desk.matterOf(Map.of("email", "xue@letters.example", "language", "en")).approved();

        var letter = matter.whole("agent");

        assertThat(letter.get("language").asText()).isEqualTo("en");
        assertThat(letter.get("subject").asText()).isEqualTo("Your return is approved: RMA RMA-7");
        assertThat(letter.get("body").asText()).contains("Dear 司徒雪莹,", "2 December 2026", "Customer Service, 云上商城");
    }

    @Test
    void standInTheCaseAndWaitForAServer() {
        var matter = desk.matter().approved();

        sender.sendDue();

        assertThat(matter.approval().get("status").asText()).isEqualTo("NO_SERVER");
        assertThat(matter.approval().get("attempts").asInt()).isZero();
        assertThat(matter.approval().get("nextAttemptAt").isNull()).isTrue();
        var retried = kefu.as("supervisor").post("/api/letters/" + matter.approval().get("id").asText() + "/retry", "");
        assertThat(retried.status()).isEqualTo(409);
        assertThat(retried.body()).contains("No mail server is configured");
    }

    @Test
    void leaveNothingBehindWhereTheStepIsRefused() {
        var matter = desk.matter();
        var number = CaseNumber.of(matter.goods.number());

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            letters.write(number, "return-approved", APPROVAL);
            throw new RuleViolation("note", "RET-1", "Say why.");
        })).isInstanceOf(RuleViolation.class);

        assertThat(matter.goods.json().get("letters").findValuesAsText("template")).containsExactly("return-received");
        assertThat(matter.timeline()).doesNotContainKey("LETTER_WRITTEN");
    }

    @Test
    void areWrittenInATransactionOrNotAtAll() {
        var number = CaseNumber.of(desk.matter().goods.number());

        assertThatThrownBy(() -> letters.write(number, "return-approved", APPROVAL)).hasMessageContaining("transaction");
    }

    @Test
    void areOfAKnownKind() {
        var matter = desk.matter();

        assertThatThrownBy(() -> matter.written("return-aproved", APPROVAL)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("return-aproved");
    }

    @Test
    void stayWhereThereIsNoAddressAndSayWhy() {
        var without = desk.matterOf(Map.of()).approved();
        var invalid = desk.matterOf(Map.of("email", "xue@example.com, thief@example.com")).approved();
        var chinese = desk.matterOf(Map.of("email", "雪莹@例子.中国")).approved();

        assertThat(without.approval().get("status").asText()).isEqualTo("NOT_SENDABLE");
        assertThat(without.approval().get("failure").asText()).isEqualTo("No e-mail address of the customer is known.");
        assertThat(without.timeline()).doesNotContainKey("LETTER_WRITTEN");
        assertThat(without.timeline().get("LETTER_NOT_SENDABLE"))
                .contains("Letter return-approved (zh): No e-mail address of the customer is known.");
        assertThat(invalid.approval().get("status").asText()).isEqualTo("NOT_SENDABLE");
        assertThat(invalid.approval().get("recipient").isNull()).isTrue();
        assertThat(invalid.timeline().get("LETTER_NOT_SENDABLE")).doesNotContain("thief");
        assertThat(chinese.approval().get("failure").asText()).contains("Latin letters");
    }

    @Test
    void stayWhereTheCaseDoesNotSayWhatTheyNeed() {
        var facts = new HashMap<>(APPROVAL);
        facts.put("rma", null);

        var matter = desk.matter().written("return-approved", facts);

        assertThat(matter.approval().get("status").asText()).isEqualTo("NOT_SENDABLE");
        assertThat(matter.approval().get("failure").asText()).isEqualTo("The case did not say rma.");
    }

    @Test
    void takeWhatACaseSaysAsWordsAndNeverAsPlacesOrHeaders() {
        var facts = new HashMap<>(APPROVAL);
        facts.put("rma", "{{customerName}}\r\nBcc: thief@example.com");

        var letter = desk.matter().written("return-approved", facts).whole("agent");

        assertThat(letter.get("subject").asText()).isEqualTo("【云上商城】您的退货申请已通过，退货授权号 {{customerName}} Bcc: thief@example.com");
        assertThat(letter.get("body").asText()).contains("{{customerName}}\nBcc:");
    }

    @Test
    void areWrittenToALongNameAndWithALongReason() {
        var matter = desk.matterOf(Map.of("email", "long@letters.example", "name", "长".repeat(100)))
                .written("return-rejected", Map.of("reason", "因".repeat(20_000)));

        assertThat(matter.letter("return-rejected").get("status").asText()).isEqualTo("NO_SERVER");
    }

    @Test
    void areMaskedForThoseWhoDoNotWorkOnTheCase() {
        var matter = desk.matterOf(Map.of("email", "mask@letters.example", "phone", "13711112222"))
                .written("return-rejected", Map.of("reason", "We called 司徒雪莹 on 13711112222"));
        var path = "/api/letters/" + matter.letter("return-rejected").get("id").asText();

        var file = kefu.as("auditor").get("/api/cases/" + matter.goods.number());
        var letter = kefu.as("admin").get(path);

        assertThat(file.json().at("/letters/0/recipient").asText()).isEqualTo("***");
        assertThat(file.body()).doesNotContain("司徒雪莹", "mask@letters.example");
        assertThat(letter.json().get("recipient").asText()).isEqualTo("***");
        assertThat(letter.json().get("body").asText()).contains("We called *** on ***", matter.goods.number());
        assertThat(kefu.as("agent").get(path).body()).contains("司徒雪莹", "13711112222");
        assertThat(kefu.as("hr").get(path).status()).isEqualTo(403);
        assertThat(kefu.as("agent").get("/api/letters/nothing").status()).isEqualTo(404);
    }

    @Test
    void hideAllOfALetterToACustomerWhomTheCaseIsNotAboutAnyMore() {
        var matter = desk.matter().approved();
        jdbc.update("update case_file set customer_id = 'C-OTHER' where case_number = ?", matter.goods.number());

        assertThat(matter.whole("auditor").get("body").asText()).isEqualTo("***");
        assertThat(matter.whole("agent").get("body").asText()).contains("司徒雪莹");
    }

    @Test
    void areErasedWithTheCustomerAndWaitNoLonger() {
        var matter = desk.matterOf(Map.of("email", "gone@letters.example")).approved();
        matter.goods.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "No"));
        var id = matter.approval().get("id").asText();
        var held = kefu.as("supervisor").post("/api/customers/" + matter.customerId + "/export", REASON).json().get("letters");

        var erased = kefu.as("supervisor").post("/api/customers/" + matter.customerId + "/erasure", REASON);

        assertThat(held.get(0).at("/letter/recipient").asText()).isEqualTo("gone@letters.example");
        assertThat(held.get(0).get("body").asText()).contains("司徒雪莹");
        assertThat(erased.status()).as(erased.body()).isEqualTo(204);
        assertThat(matter.whole("agent").get("body").asText()).isEmpty();
        assertThat(matter.whole("agent").get("subject").asText()).isEmpty();
        assertThat(matter.approval().get("recipient").isNull()).isTrue();
        assertThat(matter.approval().get("status").asText()).isEqualTo("NOT_SENDABLE");
        assertThat(matter.approval().get("failure").asText()).isEqualTo("The customer was erased.");
        assertThat(jdbc.queryForList("select recipient from letter where id = ?", String.class, id)).containsOnlyNulls();
    }

    @Test
    void areNotWrittenToWhoWasErased() {
        var matter = desk.matter();
        matter.goods.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "No"));
        kefu.as("supervisor").post("/api/customers/" + matter.customerId + "/erasure", REASON);

        matter.written("return-rejected", Map.of("reason", "Told 司徒雪莹 so"));

        var letter = matter.letter("return-rejected");
        assertThat(letter.get("status").asText()).isEqualTo("NOT_SENDABLE");
        assertThat(jdbc.queryForObject("select subject || body from letter where id = ?", String.class, letter.get("id").asText()))
                .isEmpty();
        assertThat(matter.timeline().get("LETTER_NOT_SENDABLE")).isEqualTo("Letter return-rejected (zh): The customer was erased.");
    }

    @Test
    void areWrittenInTheShippedWordsIfTheEditedOnesCanNotBeFilledIn() {
        var supervisor = kefu.as("supervisor");
        supervisor.put("/api/letter-templates/return-withdrawn/zh", Desk.json(Map.of("subject", "撤销", "body", "您好")));
        jdbc.update("update letter_template_version set body = 'Hello {{discount}}' where template = 'return-withdrawn'");

        var matter = desk.matter().written("return-withdrawn", Map.of());

        supervisor.delete("/api/letter-templates/return-withdrawn/zh");
        var id = matter.letter("return-withdrawn").get("id").asText();
        assertThat(kefu.as("agent").get("/api/letters/" + id).json().get("body").asText()).contains("本次退货申请已撤销");
        assertThat(matter.timeline().get("LETTER_WRITTEN")).isEqualTo("return-withdrawn (zh), in the shipped words, because the"
                + " edited text can't be filled in: {{discount}} is nothing that this letter can say.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "manager", "hr", "integration", "teamlead", "returns"})
    void areListedAndTriedAgainBySupervisorsOnly(String user) {
        var id = desk.matter().approved().approval().get("id").asText();

        assertThat(kefu.as(user).get("/api/letters?status=FAILED").status()).isEqualTo(403);
        assertThat(kefu.as(user).post("/api/letters/" + id + "/retry", "").status()).isEqualTo(403);
    }

    @Test
    void areListedByWhatBecameOfThemWithoutSayingForWhomTheyAre() {
        var matter = desk.matterOf(Map.of("email", "list@letters.example")).approved();

        var waiting = kefu.as("supervisor").get("/api/letters?status=NO_SERVER");

        assertThat(waiting.status()).isEqualTo(200);
        assertThat(waiting.json().at("/letters/0/caseNumber").asText()).isEqualTo(matter.goods.number());
        assertThat(waiting.body()).doesNotContain("list@letters.example", "RMA-7", "司徒雪莹");
        assertThat(kefu.as("auditor").get("/api/letters?status=NO_SERVER").status()).isEqualTo(200);
        assertThat(kefu.as("admin").get("/api/letters").json().get("letters")).isEmpty();
        assertThat(kefu.as("supervisor").get("/api/letters?status=LOST").status()).isEqualTo(400);
        assertThat(kefu.as("supervisor").get("/api/letters?status=NO_SERVER&page=1000").json().get("letters")).isEmpty();
    }
}
