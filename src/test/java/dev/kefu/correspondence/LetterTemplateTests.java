package dev.kefu.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import dev.kefu.whole.Kefu;
import dev.kefu.whole.WholeTest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The texts of the letters: read and tried by staff, changed by supervisors. */
@WholeTest
@Import(Desk.class)
class LetterTemplateTests {

    private static final String PATH = "/api/letter-templates/return-approved/zh";
    private static final String BODY = "亲爱的{{customerName}}：\n\n请寄往 {{returnAddress}}，写明 {{rma}}。\n";

    @Autowired
    Kefu kefu;

    @Autowired
    Desk desk;

    @AfterEach
    void back() {
        kefu.as("supervisor").delete(PATH);
    }

    @Test
    void areListedWithWhatTheyCanSay() {
        var all = kefu.as("agent").get("/api/letter-templates").json();

        var approved = StreamSupport.stream(all.spliterator(), false).filter(each -> each.get("id").asText().equals("return-approved"))
                .findFirst().orElseThrow();
        assertThat(all).hasSizeGreaterThanOrEqualTo(15);
        assertThat(approved.get("placeholders").findValuesAsText("name")).containsExactly("customerName", "shopName", "caseNumber",
                "orderNumber", "goods", "rma", "returnAddress", "deadline");
        assertThat(approved.get("languages").findValuesAsText("language")).containsExactly("zh", "en");
        assertThat(approved.at("/languages/0/subject").asText()).contains("{{rma}}");
    }

    @Test
    void countFromTheNextLetterOnceASupervisorChangedThem() {
        var before = desk.matter().approved();
        assertThat(change("调整 {{rma}}", BODY).status()).isEqualTo(200);

        var after = desk.matter().approved();

        assertThat(after.whole("agent").get("subject").asText()).isEqualTo("调整 RMA-7");
        assertThat(after.whole("agent").get("body").asText())
                .isEqualTo("亲爱的司徒雪莹：\n\n请寄往 浙江省杭州市文三路 9 号\n退货组，写明 RMA-7。\n");
        assertThat(before.whole("agent").get("subject").asText()).contains("您的退货申请已通过");
    }

    @Test
    void areKeptInEveryVersionWithWhoMadeIt() {
        var first = change("一 {{rma}}", BODY).json().get("version").asInt();
        kefu.as("admin").put(PATH, Desk.json(Map.of("subject", "二 {{rma}}", "body", BODY)));
        var reset = kefu.as("supervisor").delete(PATH).json();

        var versions = kefu.as("agent").get(PATH + "/versions").json();

        assertThat(reset.get("edited").asBoolean()).isFalse();
        assertThat(reset.get("version").asInt()).isEqualTo(first + 2);
        assertThat(reset.get("body")).isEqualTo(reset.at("/shipped/body"));
        assertThat(versions.at("/0/subject").isNull()).isTrue();
        assertThat(versions.at("/1/subject").asText()).isEqualTo("二 {{rma}}");
        assertThat(versions.at("/1/editedBy").asText()).isEqualTo("admin");
        assertThat(versions.at("/2/subject").asText()).isEqualTo("一 {{rma}}");
        assertThat(versions.at("/2/editedBy").asText()).isEqualTo("supervisor");
        assertThat(versions.at("/2/editedAt").asText()).isNotBlank();
        assertThat(kefu.as("supervisor").delete(PATH).json().get("version").asInt()).isEqualTo(first + 2);
    }

    @Test
    void makeNoVersionIfNothingIsChanged() {
        var first = change("一 {{rma}}", BODY).json().get("version").asInt();

        var again = change("一 {{rma}}", BODY.replace("\n", "\r\n"));

        assertThat(again.json().get("version").asInt()).isEqualTo(first);
    }

    @Test
    void areNotOverwrittenByWhoLookedAtAnOlderVersion() {
        var seen = kefu.as("supervisor").get(PATH).json().get("version").asInt();
        change("一 {{rma}}", BODY);

        var late = kefu.as("admin").put(PATH, Desk.json(Map.of("subject", "二 {{rma}}", "body", BODY, "version", seen)));
        var fresh = kefu.as("admin").put(PATH, Desk.json(Map.of("subject", "三 {{rma}}", "body", BODY, "version", seen + 1)));

        assertThat(late.status()).isEqualTo(409);
        assertThat(fresh.json().get("subject").asText()).isEqualTo("三 {{rma}}");
    }

    @Test
    void areRefusedWithAllThatIsWrong() {
        var refused = change("a\nb", "Hello {{retrunAddress}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("violations").findValuesAsText("field")).containsExactly("subject", "body", "body", "body");
        assertThat(refused.body()).contains("did you mean {{returnAddress}}?", "can't do without {{rma}}",
                "can't do without {{returnAddress}}", "line break");
        assertThat(kefu.as("agent").get(PATH).json().get("edited").asBoolean()).isFalse();
        assertThat(change(null, null).json().get("violations").findValuesAsText("field")).containsExactly("subject", "body");
        assertThat(change("S", "\u0000").status()).isEqualTo(422);
        assertThat(kefu.as("supervisor").put(PATH, "[]").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "manager", "teamlead", "auditor", "returns", "integration"})
    void areChangedBySupervisorsOnly(String user) {
        var text = Desk.json(Map.of("subject", "S", "body", BODY));

        assertThat(kefu.as(user).put(PATH, text).status()).isEqualTo(403);
        assertThat(kefu.as(user).delete(PATH).status()).isEqualTo(403);
        assertThat(kefu.as(user).get(PATH).status()).isEqualTo(200);
        assertThat(kefu.anonymous().get(PATH).status()).isEqualTo(401);
    }

    @Test
    void areOfAKnownKindAndLanguage() {
        assertThat(kefu.as("supervisor").get("/api/letter-templates/nothing/zh").status()).isEqualTo(404);
        assertThat(kefu.as("supervisor").get("/api/letter-templates/return-approved/fr").status()).isEqualTo(404);
        assertThat(kefu.as("supervisor").put("/api/letter-templates/return-approved/fr", "{}").status()).isEqualTo(404);
        assertThat(kefu.as("supervisor").post("/api/letter-templates/nothing/zh/preview", "{}").status()).isEqualTo(404);
        assertThat(kefu.as("supervisor").delete("/api/letter-templates/nothing/zh").status()).isEqualTo(404);
    }

    @Test
    void areTriedWithExamplesBeforeTheyAreKept() {
        var tried = preview("supervisor", Map.of("subject", "试 {{rma}}", "body", BODY));

        assertThat(tried.get("subject").asText()).isEqualTo("试 RMA-2026-000042");
        assertThat(tried.get("body").asText()).contains("亲爱的王芳：");
        assertThat(tried.get("examples").toString()).contains("customerName", "rma");
        assertThat(kefu.as("supervisor").get(PATH).json().get("edited").asBoolean()).isFalse();
        assertThat(preview("agent", Map.of()).get("subject").asText()).isEqualTo("【云上商城】您的退货申请已通过，退货授权号 RMA-2026-000042");
        assertThat(kefu.as("agent").post(PATH + "/preview", "").status()).isEqualTo(200);
        assertThat(kefu.as("agent").post(PATH + "/preview", "{\"body\": \"{{oops}}\"}").status()).isEqualTo(422);
    }

    @Test
    void areTriedWithACaseByThoseWhoWorkOnIt() {
        var matter = desk.matter();
        matter.goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        var body = Map.of("caseNumber", matter.goods.number());

        var tried = preview("agent", body);

        assertThat(tried.get("body").asText()).contains("司徒雪莹，您好！", matter.goods.number(), matter.order.number(),
                matter.goods.json().get("rma").asText());
        assertThat(tried.get("examples").toString()).contains("returnAddress").doesNotContain("rma", "customerName");
        assertThat(kefu.as("admin").post(PATH + "/preview", Desk.json(body)).status()).isEqualTo(403);
        assertThat(kefu.as("hr").post(PATH + "/preview", Desk.json(body)).status()).isEqualTo(403);
        assertThat(kefu.as("agent").post(PATH + "/preview", "{\"caseNumber\": \"KF-1999-000001\"}").status()).isEqualTo(404);
        assertThat(kefu.as("agent").post(PATH + "/preview", "{\"caseNumber\": \"x\"}").status()).isEqualTo(404);
    }

    private JsonNode preview(String user, Map<String, ?> body) {
        var answer = kefu.as(user).post(PATH + "/preview", Desk.json(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer change(String subject, String body) {
        var text = new HashMap<String, Object>();
        text.put("subject", subject);
        text.put("body", body);
        return kefu.as("supervisor").put(PATH, Desk.json(text));
    }
}
