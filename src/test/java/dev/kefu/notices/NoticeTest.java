package dev.kefu.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kefu.FixedClock;
import dev.kefu.mail.Delivery;
import dev.kefu.whole.Kefu;
import dev.kefu.whole.WholeTest;
import dev.kefu.workflow.Accounts;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A department with a mail server in which the test itself looks for news. All such tests share one application. */
@WholeTest
@Import(CountedStatements.class)
@ExtendWith(FixedClock.class)
abstract class NoticeTest {

    static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
    static final GreenMail MAIL = new GreenMail(new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP));

    private static final AtomicInteger HIRED = new AtomicInteger();

    @Autowired
    Kefu kefu;

    @Autowired
    Accounts accounts;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    NoticeRound round;

    @Autowired
    NoticeStreams streams;

    @Autowired
    @Qualifier("noticeDelivery")
    Delivery delivery;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getServerSetup().getPort());
        properties.add("kefu.correspondence.from", () -> "service@shop.example");
        properties.add("kefu.correspondence.retry-after", () -> "1m, 10m");
        properties.add("kefu.public-url", () -> "https://kefu.shop.example/");
    }

    @BeforeEach
    void beginAnew() {
        MAIL.reset();
        look();
        // What earlier tests left open is no news
        jdbc.update("delete from notice");
        jdbc.update("update notice_reader set mail_due_at = null");
    }

    @AfterEach
    void stopListening() {
        streams.endAll();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    void look() {
        while (round.look()) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    static void at(OffsetDateTime moment) {
        FixedClock.set(moment.toString());
    }

    static void later(Duration pause) {
        at(OffsetDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), MORNING.getOffset()).plus(pause));
    }

    /** Somebody new in these groups; the password is the name. */
    String hire(String... groups) {
        var name = "newcomer" + HIRED.incrementAndGet();
        accounts.ensureUser(name, name, "", name, List.of(groups));
        return name;
    }

    /** Somebody new with an address, whom mails about all kinds of news reach. */
    String hireForMails(String email, String... groups) {
        var person = hire(groups);
        var user = identity.createUserQuery().userId(person).singleResult();
        user.setEmail(email);
        identity.saveUser(user);
        switchOn(person);
        return person;
    }

    void switchOn(String person) {
        var answer = kefu.as(person).put("/api/me/notices", """
                {"switches": [{"kind": "TASK_FOR_ME", "mail": true}, {"kind": "TASK_FOR_GROUP", "mail": true},
                    {"kind": "TASK_OVERDUE", "mail": true}]}""");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** A return that waits for its review. */
    Kefu.Case goods() {
        return kefu.opens("agent", kefu.sells(kefu.sale().line(2, "59.00")).returning(1, 1));
    }

    String idOf(Kefu.Case goods, String task) {
        return goods.task(task).get("id").asText();
    }

    JsonNode page(String person) {
        var answer = kefu.as(person).get("/api/notices");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** What the person is told about this task, newest first. */
    List<String> told(String person, String taskId) {
        return StreamSupport.stream(page(person).get("notices").spliterator(), false)
                .filter(each -> each.get("taskId").asText().equals(taskId)).map(each -> each.get("kind").asText()).toList();
    }

    /** So many tasks at once, as an import makes them. */
    void flood(String group, int number) {
        var now = Timestamp.from(ClockUtil.getCurrentTime().toInstant());
        var first = HIRED.addAndGet(number);
        jdbc.batchUpdate("insert into ACT_RU_TASK (ID_, REV_, NAME_, PRIORITY_, CREATE_TIME_, SUSPENSION_STATE_) "
                + "values (?, 1, 'Count goods', 50, ?, 1)", IntStream.range(0, number).mapToObj(i ->
                new Object[] {"flood" + first + "-" + i, now}).toList());
        jdbc.batchUpdate("insert into ACT_RU_IDENTITYLINK (ID_, REV_, TYPE_, GROUP_ID_, TASK_ID_) values (?, 1, 'candidate', ?, ?)",
                IntStream.range(0, number).mapToObj(i ->
                        new Object[] {"link" + first + "-" + i, group, "flood" + first + "-" + i}).toList());
    }

    void drain() {
        jdbc.update("delete from ACT_RU_IDENTITYLINK where TASK_ID_ like 'flood%'");
        jdbc.update("delete from ACT_RU_TASK where ID_ like 'flood%'");
    }
}
