package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.kefu.Caller.Answer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Logs say what happened to the house, and never who a customer is (CUS-4), also where something fails. */
@WholeTest
class SilentLogTests {

    private static final String NAME = "欧阳静默娜";
    private static final String PHONE = "17811112222";
    private static final String EMAIL = "silent@log.example";
    private static final String STREET = "无声路 77 号";
    private static final String STORY = NAME + " " + PHONE + " " + EMAIL + " " + STREET;
    private static final Map<String, Object> CUSTOMER = Map.of("id", "C-SILENT", "name", NAME, "phone", PHONE, "email", EMAIL,
            "address", Map.of("street", STREET));

    @Autowired
    Kefu kefu;

    @Autowired
    JdbcTemplate jdbc;

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {

        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + causes(event));
        }
    };

    @BeforeEach
    void listen() {
        listener.start();
        root().addAppender(listener);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(listener);
        jdbc.execute("alter table customer drop constraint if exists no_such_name");
        jdbc.execute("alter table timeline_entry drop constraint if exists no_such_text");
    }

    @Test
    void namesNobodyInAWholeWalkWithItsRefusals() {
        var order = kefu.sells(sale());
        var goods = kefu.opens("agent", Json.with(order.returning(1, 1), "note", STORY));
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE", "note", STORY));
        goods.complete("returns", "arrangeReturn", Map.of("courier", STORY.repeat(9), "trackingNumber", PHONE));
        goods.done("returns", "arrangeReturn", Map.of("courier", NAME, "trackingNumber", PHONE));
        goods.tell("warehouse", "return-parcel-arrived");
        goods.done("warehouse", "inspectGoods", Map.of("findings", List.of(Json.with(found(1, 1, 0), "note", STORY))));
        note("agent", goods, STORY);
        note("agent", goods, STORY + "\u0000");
        note("auditor", goods, STORY);
        Upload.file(NAME + ".txt", STORY).described(STORY).to(kefu, "agent", "/api/cases/" + goods.number() + "/attachments");
        Upload.file(NAME + ".exe", "MZ\u0090" + STORY).to(kefu, "agent", "/api/cases/" + goods.number() + "/attachments");
        kefu.as("agent").post(Kefu.START, "{\"orderNumber\": \"" + NAME + "\", \"lines\": \"" + PHONE + "\"}");
        kefu.as("agent").post(Kefu.START, "{\"" + NAME + "\": ");
        kefu.tells("W-SILENT", sale().with("customer", Map.of("id", NAME, "name", STORY.repeat(9), "phone", PHONE.repeat(9))));
        kefu.tells("W-SILENT", sale().with("customer", List.of(STORY)));
        goods.done("finance", "confirmPayout", Map.of("paid", true, "reference", NAME));
        kefu.as("supervisor").post("/api/customers/C-SILENT/export", Json.of(Map.of("reason", STORY)));
        kefu.as("supervisor").post("/api/customers/C-SILENT/erasure", Json.of(Map.of("reason", STORY)));

        assertThat(logged).noneMatch(SilentLogTests::tells);
    }

    @Test
    void namesNobodyInAnImportAndItsReasons() {
        var header = "orderNumber,customerId,customerName,phone,email,province,city,street,postcode,channel,currency,paidAt,"
                + "deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,unitCost,lineDiscount,"
                + "weightGrams,courier,trackingNumber,shippedAt\n";
        var row = "W-CSV,C-CSV," + NAME + "," + PHONE + "," + EMAIL + ",,," + STREET
                + ",,TMALL,CNY,2026-11-01T10:00:00+08:00,,10.00,,1,CUP,保温杯,KITCHEN,2,50.00,,,,,,\n";

        var other = imported(header + row + row.replace(NAME, NAME + "2").replace(PHONE, PHONE + "2").replace(STREET, STREET + "2")
                .replace(EMAIL, EMAIL + "2").replace(",1,CUP", ",2,CUP"));
        var longer = imported(header + row.replace(NAME, NAME.repeat(50)).replace(PHONE, PHONE.repeat(9))
                .replace(EMAIL, EMAIL.repeat(20)).replace(STREET, STREET.repeat(60)));
        var unprintable = imported(header + row.replace(NAME, NAME + "\u0007").replace(PHONE, PHONE + "\u0001"));

        for (var report : List.of(other, longer, unprintable)) {
            assertThat(report.status()).isEqualTo(200);
            assertThat(report.json().get("refused")).as(report.body()).isNotEmpty();
            assertThat(report.body()).doesNotContain(NAME, PHONE, EMAIL, STREET);
        }
        assertThat(other.body()).contains("customerName", "phone", "email", "street");
        assertThat(logged).noneMatch(SilentLogTests::tells);
    }

    @Test
    void namesNobodyWhenTheDatabaseRefusesARow() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        jdbc.execute("alter table customer add constraint no_such_name check (customer_name <> '" + "x" + "' and customer_id not like 'C-BROKEN%')");
        jdbc.execute("alter table timeline_entry add constraint no_such_text check (text is null or text not like '%" + PHONE + "%')");

        var order = kefu.tells("W-BROKEN", sale().with("customer", Json.with(CUSTOMER, "id", "C-BROKEN")));
        var file = imported("orderNumber,customerId,customerName,phone,email,province,city,street,postcode,channel,currency,paidAt,"
                + "deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,unitCost,lineDiscount,"
                + "weightGrams,courier,trackingNumber,shippedAt\nW-BROKEN-2,C-BROKEN-2," + NAME + "," + PHONE + "," + EMAIL
                + ",,," + STREET + ",,TMALL,CNY,2026-11-01T10:00:00+08:00,,10.00,,1,CUP,保温杯,KITCHEN,2,50.00,,,,,,\n");
        var note = note("agent", goods, STORY);
        var task = goods.complete("returns", "reviewReturn", Map.of("decision", "APPROVE", "note", STORY));

        for (var answer : List.of(order, file, note, task)) {
            assertThat(answer.body()).doesNotContain(NAME, PHONE, EMAIL, STREET);
        }
        assertThat(List.of(order.status(), note.status(), task.status())).allMatch(status -> status >= 400);
        assertThat(logged).anyMatch(line -> line.startsWith("ERROR dev.kefu")).noneMatch(SilentLogTests::tells);
    }

    private Sale sale() {
        return kefu.sale().line(2, "50.00").with("customer", CUSTOMER);
    }

    private Answer imported(String csv) {
        return kefu.as("integration").with("Content-Type", "text/csv").send("POST", "/api/orders/import", csv);
    }

    private Answer note(String user, Kefu.Case goods, String text) {
        return kefu.as(user).post("/api/cases/" + goods.number() + "/notes", Json.of(Map.of("text", text)));
    }

    private static boolean tells(String line) {
        return line.contains(NAME) || line.contains(PHONE) || line.contains(EMAIL) || line.contains(STREET);
    }

    private static String causes(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
    }

    private static Logger root() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertThat(root.isEnabledFor(Level.INFO)).isTrue();
        return root;
    }
}
