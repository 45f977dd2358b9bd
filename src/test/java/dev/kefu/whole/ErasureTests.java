package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer's data, handed over and erased on request (CUS-4). */
@WholeTest
class ErasureTests {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final String REASON = "{\"reason\": \"The customer asked for it\"}";

    private final String customer = "C-E" + CUSTOMERS.incrementAndGet();
    /** Words that stand nowhere else in the database. */
    private final String name = "欧阳" + customer.replace("C-E", "测") + "娜";
    private final String phone = "1770000" + String.format("%04d", 1000 + CUSTOMERS.get());
    private final String email = "ouyang" + CUSTOMERS.get() + "@erase.example";
    private final String street = "忘川路 " + (700 + CUSTOMERS.get()) + " 号";
    private final String story = name + " says: call " + phone + ", write to " + email + ", ring at " + street;

    @Autowired
    Kefu kefu;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void leavesNoWordOfTheCustomerInAnyTableAndKeepsWhatHappened() {
        var order = kefu.sells(sale());
        var goods = walked(order);
        var shown = goods.json();
        assertThat(everyText()).anyMatch(text -> text.contains(phone));

        var erased = erase("supervisor", "{\"reason\": \"" + name + " asked on " + phone + "\"}");

        assertThat(erased.status()).as(erased.body()).isEqualTo(204);
        assertThat(everyText().stream().filter(this::tells)).isEmpty();
        var left = goods.json();
        assertThat(left.get("outcome").asText()).isEqualTo("REFUNDED");
        assertThat(left.get("timeline").findValuesAsText("what")).startsWith(
                shown.get("timeline").findValuesAsText("what").toArray(String[]::new)).endsWith("ERASED");
        assertThat(left.get("timeline").findValuesAsText("who")).contains("agent", "returns", "warehouse", "finance", "supervisor");
        assertThat(left.get("timeline").toString()).contains("50.00", "*** asked on ***");
        assertThat(goods.refund()).isEqualTo("50.00");
        assertThat(order.text("refunded")).isEqualTo("50.00");
        assertThat(order.json().at("/customer/name").asText()).isEmpty();
        assertThat(order.json().at("/customer/id").asText()).isEqualTo(customer);
        assertThat(left.get("attachments")).isEmpty();
        var request = kefu.as("auditor").get("/api/privacy-requests").json().get(0);
        assertThat(request.get("kind").asText()).isEqualTo("ERASURE");
        assertThat(request.get("customerId").asText()).isEqualTo(customer);
        assertThat(request.get("requestedBy").asText()).isEqualTo("supervisor");
        assertThat(request.get("reason").asText()).isEqualTo("*** asked on ***");
    }

    @Test
    void takesTheCustomerOutOfTheReasonsOfInterventions() {
        var order = kefu.sells(sale());
        var goods = walked(order);
        var stopped = kefu.opens("agent", order.returning(1, 1));
        var deleted = kefu.as("admin").with("Reason", encoded(name + " called it off"))
                .delete("/engine-rest/process-instance/" + instance(stopped));
        assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
        assertThat(reasons(goods)).anyMatch(reason -> reason.contains(name)).noneMatch(reason -> reason.contains(phone));

        erase("supervisor", REASON);

        assertThat(reasons(goods)).contains("*** wants it").noneMatch(this::tells);
        assertThat(reasons(stopped)).containsExactly("*** called it off");
        assertThat(everyText().stream().filter(this::tells)).isEmpty();
    }

    private List<String> reasons(Kefu.Case goods) {
        return kefu.as("auditor").get("/api/interventions?caseNumber=" + goods.number()).json().get("interventions")
                .findValuesAsText("reason");
    }

    @Test
    void leavesWhatIsNotTheCustomersThoughTheirNameIsAPartOfIt() {
        var order = kefu.sells(kefu.sale().line(2, "50.00").with("customer", Map.of("id", customer, "name", "Re",
                "phone", "Reje", "email", "Eject", "address", Map.of("street", "true"))));
        var goods = kefu.opens("agent", order.returning(1, 1));
        goods.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "No"));
        var before = remembered(goods);
        assertThat(before).contains("REJECT");

        assertThat(erase("supervisor", REASON).status()).isEqualTo(204);

        assertThat(remembered(goods)).isEqualTo(before);
        assertThat(goods.timeline()).contains("ERASED");
    }

    private List<String> remembered(Kefu.Case goods) {
        return jdbc.queryForList("select coalesce(TEXT_, cast(LONG_ as varchar(20)), '') from ACT_HI_VARINST "
                + "where PROC_INST_ID_ = ? order by NAME_", String.class, instance(goods));
    }

    @Test
    void isRefusedIfACaseBeginsBeforeTheOrdersAreHeld() throws Exception {
        var order = kefu.sells(sale());
        var goods = walked(order);
        var begun = "KF-1999-" + goods.number().substring(8);
        var eraser = Executors.newSingleThreadExecutor();
        try {
            // Nobody sees the case until this transaction ends, which holds the order as a start does
            var refused = transaction.execute(status -> {
                jdbc.queryForList("select order_number from shop_order where order_number = ? for update", order.number());
                jdbc.update("insert into case_file (case_number, kind, status, order_number, customer_id, opened_by, owner, "
                        + "opened_at, version) select ?, kind, 'OPEN', order_number, customer_id, opened_by, owner, opened_at, 0 "
                        + "from case_file where case_number = ?", begun, goods.number());
                var asked = eraser.submit(() -> erase("supervisor", REASON));
                LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
                return asked;
            }).get();

            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("Case " + begun + " is open.");
            assertThat(order.json().at("/customer/name").asText()).isEqualTo(name);
        } finally {
            jdbc.update("delete from case_file where case_number = ?", begun);
            eraser.shutdown();
        }
    }

    @Test
    void changesNothingTheSecondTime() {
        var goods = walked(kefu.sells(sale()));
        erase("supervisor", REASON);
        var once = goods.json().get("timeline");

        assertThat(erase("admin", REASON).status()).isEqualTo(204);

        assertThat(goods.json().get("timeline")).isEqualTo(once);
    }

    @Test
    void isNotBroughtBackByAnOrderThatWasKnownBefore() {
        var order = kefu.sells(sale());
        erase("supervisor", REASON);

        var same = kefu.tells(order.number(), sale());
        var again = kefu.tells(order.number(), sale());
        var changed = kefu.tells(order.number(), sale().with("channel", "JD"));
        var imported = kefu.as("integration").with("Content-Type", "text/csv").send("POST", "/api/orders/import",
                "orderNumber,customerId,customerName,phone,email,province,city,street,postcode,channel,currency,paidAt,"
                + "deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,unitCost,lineDiscount,"
                + "weightGrams,courier,trackingNumber,shippedAt\n" + order.number() + "," + customer + "," + name + ","
                + phone + "," + email + ",,," + street + ",,WECHAT,CNY,2026-11-01T10:00:00+08:00,,10.00,,1,CUP,保温杯,KITCHEN,"
                + "2,50.00,,,,,,\n");

        assertThat(List.of(same.status(), again.status(), changed.status(), imported.status())).containsOnly(200);
        assertThat(imported.json().get("stored").asInt()).as(imported.body()).isEqualTo(1);
        assertThat(order.text("channel")).isEqualTo("WECHAT");
        assertThat(everyText().stream().filter(this::tells)).isEmpty();
    }

    @Test
    void isKnownAgainByANewOrderAndOnlyByThat() {
        var old = kefu.sells(sale());
        erase("supervisor", REASON);

        var fresh = kefu.sells(sale());

        assertThat(fresh.json().at("/customer/name").asText()).isEqualTo(name);
        assertThat(old.json().at("/customer/name").asText()).isEmpty();
        assertThat(export("supervisor").body()).contains(phone);
        assertThat(erase("supervisor", REASON).status()).isEqualTo(204);
        assertThat(everyText().stream().filter(this::tells)).isEmpty();
    }

    @Test
    void waitsUntilNoCaseIsOpenAndNoRefundUnpaid() {
        var order = kefu.sells(sale());
        var goods = kefu.opens("agent", Json.with(order.returning(1, 1), "note", story));

        var refused = erase("supervisor", REASON);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asText()).contains(goods.number());
        assertThat(goods.json().get("timeline").toString()).contains(phone);
        goods.broughtBack().inspected("warehouse", found(1, 1, 0));
        assertThat(erase("supervisor", REASON).json().get("detail").asText()).contains("refund", goods.number());
    }

    @Test
    void handsOverEverythingThatIsHeld() throws IOException {
        var order = kefu.sells(sale());
        var goods = walked(order);

        var told = export("supervisor");
        var zipped = kefu.as("admin").with("Accept", "application/zip")
                .download("/api/customers/" + customer + "/export", REASON);

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().at("/customer/0/contact/name").asText()).isEqualTo(name);
        assertThat(told.json().at("/orders/0/orderNumber").asText()).isEqualTo(order.number());
        assertThat(told.json().at("/orders/0/consignee/address/street").asText()).isEqualTo(street);
        assertThat(told.json().at("/cases/0/file/caseNumber").asText()).isEqualTo(goods.number());
        assertThat(told.json().at("/cases/0/timeline").toString()).contains(story);
        assertThat(told.json().at("/cases/0/attachments/0/name").asText()).isEqualTo(name + ".txt");
        assertThat(told.json().at("/refunds/0/refund/amount").asText()).isEqualTo("50.00");
        assertThat(told.json().at("/returns/0/findings").toString()).contains(phone);
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().replaceAll(".*/", ""), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.get("customer.json")).contains(phone, street);
        assertThat(files.get(name + ".txt")).isEqualTo(story);
        assertThat(kefu.as("auditor").get("/api/privacy-requests").json().findValuesAsText("kind")).startsWith("EXPORT", "EXPORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "manager", "auditor", "hr", "integration", "teamlead"})
    void isDoneBySupervisorsAndAdministratorsOnly(String user) {
        kefu.sells(sale());

        assertThat(erase(user, REASON).status()).isEqualTo(403);
        assertThat(export(user).status()).isEqualTo(403);
        assertThat(kefu.as(user).get("/api/privacy-requests").status()).isEqualTo(user.equals("auditor") ? 200 : 403);
    }

    @Test
    void needsAReasonAndACustomer() {
        kefu.sells(sale());

        assertThat(erase("supervisor", "{\"reason\": \"  \"}").status()).isEqualTo(422);
        assertThat(erase("supervisor", "{}").status()).isEqualTo(422);
        assertThat(erase("supervisor", Json.of(Map.of("reason", "x".repeat(501)))).status()).isEqualTo(422);
        assertThat(kefu.as("supervisor").post("/api/customers/nobody/erasure", REASON).status()).isEqualTo(404);
        assertThat(kefu.as("supervisor").post("/api/customers/nobody/export", REASON).status()).isEqualTo(404);
        assertThat(kefu.as("supervisor").post("/api/customers/a%00b/export", REASON).status()).isIn(400, 404);
    }

    /** A return from the request to the payment, with the customer's words wherever people can write any. */
    private Kefu.Case walked(Kefu.Order order) {
        var goods = kefu.opens("agent", Json.with(order.returning(1, 1), "note", story));
        goods.done("returns", "reviewReturn", Map.of("decision", "ASK", "note", story));
        goods.done("agent", "completeRequest", Json.with(order.returning(1, 1), "note", story));
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE", "note", story));
        goods.done("returns", "arrangeReturn", Map.of("courier", name, "trackingNumber", phone));
        goods.tell("warehouse", "return-parcel-arrived");
        interfered(goods);
        goods.done("warehouse", "inspectGoods", Map.of("findings", List.of(Json.with(found(1, 1, 0), "note", story))));
        kefu.as("agent").post("/api/cases/" + goods.number() + "/notes", Json.of(Map.of("text", story)));
        kefu.as("supervisor").post(goods.taskPath("confirmPayout") + "/comment/create", Json.of(Map.of("message", story)));
        kefu.as("agent").put("/api/me/searches/" + encoded("For " + name), Json.of(Map.of("query", "status=OPEN")));
        kefu.as("agent").put("/api/me/searches/found", Json.of(Map.of("query", "orderNumber=" + encoded(phone))));
        var attached = Upload.file(name + ".txt", story).described(story)
                .to(kefu, "agent", "/api/cases/" + goods.number() + "/attachments");
        assertThat(attached.status()).as(attached.body()).isEqualTo(201);
        goods.done("finance", "confirmPayout", Map.of("paid", true, "reference", "To " + name));
        assertThat(goods.text("status")).isEqualTo("CLOSED");
        return goods;
    }

    /** An administrator names the customer wherever a reason is taken. */
    private void interfered(Kefu.Case goods) {
        var instance = instance(goods);
        var suspended = kefu.as("admin").with("Reason", encoded(name + " wants it"))
                .put("/engine-rest/process-instance/" + instance + "/suspended", "{\"suspended\": true}");
        kefu.as("admin").post("/api/interventions", Json.of(Map.of("reason", "For " + name + " on " + phone)));
        var activated = kefu.as("admin").put("/engine-rest/process-instance/" + instance + "/suspended", "{\"suspended\": false}");
        var modified = kefu.as("admin").post("/engine-rest/process-instance/" + instance + "/modification", Json.of(Map.of(
                "annotation", story, "instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "settleDifference"),
                        Map.of("type", "cancel", "activityId", "settleDifference")))));
        kefu.as("admin").delete("/api/interventions/current");
        assertThat(List.of(suspended.status(), activated.status(), modified.status())).as(modified.body()).containsOnly(204);
    }

    private static String encoded(String reason) {
        return URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String instance(Kefu.Case goods) {
        return kefu.as("admin").get("/engine-rest/history/process-instance?processDefinitionKey=product-return"
                + "&processInstanceBusinessKey=" + goods.number()).json().at("/0/id").asText();
    }

    private Sale sale() {
        return kefu.sale().line(2, "50.00").with("customer", Map.of("id", customer, "name", name, "phone", phone,
                "email", email, "address", Map.of("province", "浙江省", "city", "杭州市", "street", street)));
    }

    private Answer erase(String user, String body) {
        return kefu.as(user).post("/api/customers/" + customer + "/erasure", body);
    }

    private Answer export(String user) {
        return kefu.as(user).post("/api/customers/" + customer + "/export", REASON);
    }

    private boolean tells(String text) {
        return text.contains(name) || text.contains(phone) || text.contains(email) || text.contains(street);
    }

    /** Every text and every sequence of bytes in every table, the engine's included. */
    private List<String> everyText() {
        var texts = new ArrayList<String>();
        jdbc.query("select table_name, column_name, data_type from information_schema.columns "
                + "where table_schema in ('PUBLIC', 'public')", columns -> {
            var type = columns.getString(3).toUpperCase();
            if (type.contains("CHAR") || type.contains("TEXT") || type.contains("LARGE") || type.contains("BINARY")
                    || type.contains("BYTEA") || type.contains("JSON")) {
                texts.addAll(values(columns.getString(1), columns.getString(2)));
            }
        });
        return texts;
    }

    private List<String> values(String table, String column) {
        return jdbc.query("select \"%s\" from \"%s\" where \"%s\" is not null".formatted(column, table, column),
                (row, index) -> new String(row.getBytes(1), StandardCharsets.UTF_8));
    }
}
