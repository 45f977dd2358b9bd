package dev.kefu.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kefu.FixedClock;
import dev.kefu.TestDatabase;
import dev.kefu.mail.Delivery;
import dev.kefu.mail.DeliveryRounds;
import dev.kefu.mail.MailServer;
import dev.kefu.mail.MailServerTests;
import dev.kefu.mail.OutgoingMail;
import dev.kefu.mail.SendingFailure;
import dev.kefu.mail.SmtpStub;
import dev.kefu.whole.Kefu;
import dev.kefu.whole.WholeTest;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters on their way: to a mail server that works, is dead, refuses, hangs or breaks off. */
@WholeTest
@Import(Desk.class)
@ExtendWith(FixedClock.class)
class SendingTests {

    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Kefu kefu;

    @Autowired
    Desk desk;

    @Autowired
    @Qualifier("letterDelivery")
    Delivery sender;

    @Autowired
    SentLetters book;

    @Autowired
    MailServer server;

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
    }

    @BeforeEach
    void startAnew() {
        MAIL.reset();
        jdbc.update("update letter set status = 'SENT', due_at = null where status in ('WAITING', 'NO_SERVER', 'FAILED')");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @Test
    void bringsEachCustomerTheLetterInTheirLanguage() throws Exception {
        var chinese = desk.matterOf(Map.of("email", "zh@letters.example")).approved();
        var english = desk.matterOf(Map.of("email", "en@letters.example", "language", "en")).approved();
        assertThat(chinese.approval().get("status").asText()).isEqualTo("WAITING");

        sender.sendDue();

        assertThat(received("en@letters.example").getSubject()).isEqualTo("Your return is approved: RMA RMA-7");
        var letter = received("zh@letters.example");
        assertThat(letter.getSubject()).isEqualTo("【云上商城】您的退货申请已通过，退货授权号 RMA-7");
        assertThat(text(letter)).isEqualTo(chinese.whole("agent").get("body").asText());
        assertThat(letter.isMimeType("text/plain")).isTrue();
        assertThat(letter.getContentType()).containsIgnoringCase("utf-8");
        assertThat(letter.getFrom()).containsExactly(new InternetAddress("service@shop.example", "云上商城", "UTF-8"));
        assertThat(letter.getAllRecipients()).containsExactly(new InternetAddress("zh@letters.example"));
        assertThat(letter.getMessageID()).isEqualTo("<" + chinese.approval().get("id").asText() + "@shop.example>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getSentDate()).isEqualTo(MORNING.toInstant());
        assertThat(english.approval().get("status").asText()).isEqualTo("SENT");
        assertThat(english.approval().get("attempts").asInt()).isEqualTo(1);
        assertThat(OffsetDateTime.parse(english.approval().get("sentAt").asText())).isEqualTo(MORNING);
    }

    @Test
    void sendsNothingTwice() {
        desk.matter().approved();

        sender.sendDue();
        sender.sendDue();

        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void letsACaseGoOnWhileTheServerIsDeadAndTriesAgain() {
        MAIL.stop();
        var matter = desk.matter().approved();

        sender.sendDue();

        assertThat(matter.approval().get("status").asText()).isEqualTo("WAITING");
        assertThat(matter.approval().get("attempts").asInt()).isEqualTo(1);
        assertThat(matter.approval().get("failure").asText()).isEqualTo("The mail server can't be reached.");
        assertThat(OffsetDateTime.parse(matter.approval().get("nextAttemptAt").asText())).isEqualTo(MORNING.plusMinutes(1));
        matter.goods.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "No"));
        assertThat(matter.goods.json().get("status").asText()).isEqualTo("CLOSED");
        assertThat(kefu.anonymous().get("/actuator/health").status()).isEqualTo(200);
        sender.sendDue();
        assertThat(matter.approval().get("attempts").asInt()).isEqualTo(1);
        MAIL.start();
        later(Duration.ofMinutes(1));
        assertThat(matter.approval().get("status").asText()).isEqualTo("SENT");
        assertThat(matter.approval().get("failure").isNull()).isTrue();
        assertThat(matter.letter("return-rejected").get("status").asText()).isEqualTo("SENT");
        assertThat(MAIL.getReceivedMessages()).hasSize(2);
    }

    @Test
    void failsVisiblyAfterTheLastPauseAndIsSentWhenASupervisorHasItTriedAgain() {
        MAIL.stop();
        var matter = desk.matter().approved();
        var id = matter.approval().get("id").asText();

        sender.sendDue();
        later(Duration.ofMinutes(1));
        assertThat(matter.approval().get("attempts").asInt()).isEqualTo(2);
        later(Duration.ofMinutes(9));
        assertThat(matter.approval().get("status").asText()).isEqualTo("WAITING");
        later(Duration.ofMinutes(1));

        assertThat(matter.approval().get("status").asText()).isEqualTo("FAILED");
        assertThat(matter.approval().get("attempts").asInt()).isEqualTo(3);
        assertThat(matter.timeline()).containsEntry("LETTER_FAILED", "Letter return-approved (zh): The mail server can't be reached.");
        var failed = kefu.as("supervisor").get("/api/letters?status=FAILED").json();
        assertThat(failed.get("letters").findValuesAsText("id")).containsExactly(id);
        later(Duration.ofDays(30));
        assertThat(matter.approval().get("attempts").asInt()).isEqualTo(3);
        MAIL.start();
        var retried = kefu.as("supervisor").post("/api/letters/" + id + "/retry", "");
        assertThat(retried.status()).as(retried.body()).isEqualTo(200);
        assertThat(retried.json().get("status").asText()).isEqualTo("WAITING");
        sender.sendDue();
        assertThat(matter.approval().get("status").asText()).isEqualTo("SENT");
        assertThat(matter.timeline()).containsEntry("LETTER_TRIED_AGAIN", "return-approved (zh)");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(kefu.as("supervisor").post("/api/letters/" + id + "/retry", "").status()).isEqualTo(409);
    }

    @Test
    void goesToTheAddressThatIsKnownWhenItIsTriedAgain() throws Exception {
        var matter = desk.matterOf(Map.of("email", "no address")).approved();
        var id = matter.approval().get("id").asText();
        assertThat(kefu.as("supervisor").post("/api/letters/" + id + "/retry", "").status()).isEqualTo(409);
        jdbc.update("update customer set email = 'new@letters.example' where customer_id = ?", matter.customerId);

        kefu.as("supervisor").post("/api/letters/" + id + "/retry", "");
        sender.sendDue();

        assertThat(received("new@letters.example").getSubject()).contains("RMA-7");
    }

    @Test
    void isNotTriedAgainIfItLacksWhatItNeeds() {
        var matter = desk.matter().written("return-approved", Map.of("returnAddress", "Here"));

        var retried = kefu.as("supervisor").post("/api/letters/" + matter.approval().get("id").asText() + "/retry", "");

        assertThat(retried.status()).isEqualTo(409);
        assertThat(retried.body()).contains("The case did not say rma.");
    }

    @Test
    void failsAtOnceIfTheServerDoesNotKnowTheMailboxAndKeepsNoOtherBack() throws Exception {
        var unknown = desk.matterOf(Map.of("email", "unknown@letters.example")).approved();
        later(Duration.ZERO);
        var known = desk.matterOf(Map.of("email", "known@letters.example"));
        jdbc.update("update letter set status = 'WAITING', due_at = queued_at, attempts = 0 where case_number = ?", unknown.goods.number());
        known.approved();
        try (var stub = new SmtpStub(line -> line.startsWith("RCPT TO:<unknown@") ? "550 5.1.1 no unknown@letters.example here" : null)) {

            sender(MailServerTests.at(stub.port(), 5_000)).sendDue();
        }

        assertThat(unknown.approval().get("status").asText()).isEqualTo("FAILED");
        assertThat(unknown.approval().get("failure").asText()).isEqualTo("The mail server refuses the address (550).");
        assertThat(unknown.timeline().get("LETTER_FAILED")).doesNotContain("unknown@");
        assertThat(known.approval().get("status").asText()).isEqualTo("SENT");
    }

    @Test
    void triesAgainWhatTheServerDoesNotTakeNow() throws Exception {
        assertThat(failureAt(line -> line.startsWith("RCPT") ? "451 later" : null))
                .isEqualTo("The mail server does not take letters to this address now (451).");
        assertThat(failureAt(line -> line.startsWith("RCPT") ? "554 relay access denied" : null))
                .isEqualTo("The mail server does not take letters to this address now (554).");
        assertThat(failureAt(line -> line.startsWith("MAIL") ? "530 log in first" : null))
                .isEqualTo("The mail server refused the letter (530).");
        assertThat(failureAt(line -> line.startsWith("MAIL") ? "553 not yours" : null)).endsWith("(553).");
        assertThat(failureAt(line -> line.equals(".") ? "554 looks like spam" : null))
                .isEqualTo("The mail server refused the letter (554).");
        assertThat(failureAt(line -> line.startsWith("DATA") ? SmtpStub.BREAK : null)).contains("mail server");
        assertThat(failureAt(line -> line.startsWith("MAIL") ? SmtpStub.SILENCE : null))
                .isEqualTo("The mail server did not answer in time.");
        assertThat(failureAt(line -> line.startsWith("EHLO") || line.startsWith("HELO") ? SmtpStub.BREAK : null)).contains("mail server");
    }

    /** What is said of a letter that such a server did not take. */
    private String failureAt(UnaryOperator<String> answers) throws IOException {
        var matter = desk.matter().approved();
        try (var stub = new SmtpStub(answers)) {
            sender(MailServerTests.at(stub.port(), 400)).sendDue();
        }
        var letter = matter.approval();
        assertThat(letter.get("status").asText()).isEqualTo("WAITING");
        assertThat(letter.get("attempts").asInt()).isEqualTo(1);
        return letter.get("failure").asText();
    }

    @Test
    void putsTheOthersBackWhereTheConnectionBreaks() throws Exception {
        var first = desk.matter().approved();
        var second = desk.matter().approved();
        var third = desk.matter().approved();
        var texts = new AtomicInteger();
        try (var stub = new SmtpStub(line -> line.equals(".") && texts.incrementAndGet() == 2 ? SmtpStub.BREAK : null)) {
            sender(MailServerTests.at(stub.port(), 2_000)).sendDue();
        }

        assertThat(List.of(first, second, third)).extracting(each -> each.approval().get("status").asText())
                .containsOnlyOnce("SENT");
        assertThat(List.of(first, second, third)).extracting(each -> each.approval().get("attempts").asInt())
                .containsExactlyInAnyOrder(1, 1, 0);
        sender.sendDue();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void holdsNoLockWhileTheServerTalks() throws Exception {
        var matter = desk.matter().approved();
        var id = matter.approval().get("id").asText();
        var free = new AtomicReference<List<String>>();
        try (var stub = new SmtpStub(line -> {
            if (line.equals("DATA")) {
                free.set(transaction.execute(status -> jdbc.queryForList(
                        "select id from letter where id = ? for update skip locked", String.class, id)));
            }
            return null;
        })) {

            sender(MailServerTests.at(stub.port(), 5_000)).sendDue();
        }

        assertThat(free.get()).containsExactly(id);
        assertThat(matter.approval().get("status").asText()).isEqualTo("SENT");
    }

    @Test
    void doesNotTakeWhatAnotherNodeIsTaking() throws Exception {
        var matter = desk.matter();
        for (int i = 0; i < SentLetters.BATCH + 5; i++) {
            matter.approved();
        }
        var node = Executors.newSingleThreadExecutor();
        try {
            transaction.executeWithoutResult(status -> {
                var mine = ids(book.take());
                var others = ids(get(node.submit(book::take)));

                assertThat(mine).hasSize(SentLetters.BATCH);
                // H2 counts the rows that it passes over among the first ones, so that nothing is left there
                assertThat(others).hasSize(TestDatabase.isPostgres() ? 5 : 0);
                assertThat(others).doesNotContainAnyElementsOf(mine);
            });
            assertThat(book.take()).hasSize(TestDatabase.isPostgres() ? 0 : 5);
        } finally {
            node.shutdown();
        }
    }

    @Test
    void sendsEachLetterOnceThoughTwoNodesSendAtOnce() throws Exception {
        var matter = desk.matter();
        for (int i = 0; i < 3 * SentLetters.BATCH; i++) {
            matter.approved();
        }
        var start = new CountDownLatch(1);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            var rounds = new ArrayList<Future<?>>();
            for (int i = 0; i < 2; i++) {
                rounds.add(nodes.submit(() -> {
                    start.await();
                    sender(server).sendDue();
                    return null;
                }));
            }
            start.countDown();
            rounds.forEach(SendingTests::get);
        } finally {
            nodes.shutdown();
        }

        var names = new ArrayList<String>();
        for (var each : MAIL.getReceivedMessages()) {
            names.add(each.getMessageID());
        }
        assertThat(names).hasSize(3 * SentLetters.BATCH);
        assertThat(new HashSet<>(names)).hasSize(3 * SentLetters.BATCH);
    }

    @Test
    void sendsALetterAgainUnderTheSameNameIfWhoSentItDiedBeforeNotingIt() throws Exception {
        desk.matter().approved();
        var taken = book.take();
        try (var line = server.open()) {
            line.send(taken.get(0));
        }
        sender.sendDue();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);

        later(SentLetters.HOLD);

        assertThat(MAIL.getReceivedMessages()).hasSize(2);
        assertThat(MAIL.getReceivedMessages()[0].getMessageID()).isEqualTo(MAIL.getReceivedMessages()[1].getMessageID());
        book.sent(taken.get(0));
        book.failed(taken, new SendingFailure("Too late.", true));
        assertThat(jdbc.queryForObject("select status from letter where id = ?", String.class, taken.get(0).id())).isEqualTo("SENT");
    }

    @Test
    void letsOneLetterThatIsNoneKeepNoOtherBack() {
        var broken = desk.matter().approved();
        var sound = desk.matter().approved();
        jdbc.update("update letter set recipient = 'no address', due_at = ? where id = ?", MORNING.minusHours(1),
                broken.approval().get("id").asText());

        sender.sendDue();

        assertThat(sound.approval().get("status").asText()).isEqualTo("SENT");
        assertThat(broken.approval().get("status").asText()).isEqualTo("WAITING");
        assertThat(broken.approval().get("failure").asText()).isEqualTo("The letter could not be handed to the mail server.");
    }

    @Test
    void leavesTheRestToTheNextRoundIfTheServerTakesItsTime() {
        var matter = desk.matter().approved().approved().approved();
        var elapsed = new AtomicLong();

        new Delivery(server, book, () -> elapsed.getAndAdd(Duration.ofMinutes(4).toNanos())).sendDue();

        assertThat(MAIL.getReceivedMessages()).hasSize(2);
        assertThat(jdbc.queryForList("select attempts from letter where case_number = ? and status = 'WAITING'", Integer.class,
                matter.goods.number())).containsExactly(0);
        sender.sendDue();
        assertThat(MAIL.getReceivedMessages()).hasSize(3);
    }

    @Test
    void wakesWhatWasWrittenWithoutAServerUnlessItIsTooOld() {
        var young = desk.matter().approved();
        var old = desk.matter().approved();
        book.park();
        assertThat(young.approval().get("status").asText()).isEqualTo("NO_SERVER");
        jdbc.update("update letter set written_at = ? where case_number = ?", MORNING.minusDays(7).minusSeconds(1), old.goods.number());

        sender.sendDue();

        assertThat(young.approval().get("status").asText()).isEqualTo("SENT");
        assertThat(old.approval().get("status").asText()).isEqualTo("NO_SERVER");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        kefu.as("supervisor").post("/api/letters/" + old.approval().get("id").asText() + "/retry", "");
        sender.sendDue();
        assertThat(old.approval().get("status").asText()).isEqualTo("SENT");
    }

    @Test
    void doesNotSendWhatWaitedTooLong() {
        var matter = desk.matter().approved();

        later(Duration.ofDays(7).plusSeconds(1));

        assertThat(matter.approval().get("status").asText()).isEqualTo("FAILED");
        assertThat(matter.approval().get("failure").asText()).isEqualTo("It waited too long to be sent.");
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNothingToACustomerWhoWasErasedMeanwhile() {
        var matter = desk.matter().approved();
        matter.goods.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "No"));
        var taken = book.take();
        var erased = kefu.as("supervisor").post("/api/customers/" + matter.customerId + "/erasure", "{\"reason\": \"They asked\"}");
        assertThat(erased.status()).as(erased.body()).isEqualTo(204);

        sender.sendDue();
        book.failed(taken, new SendingFailure("Too late.", true));

        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(matter.approval().get("failure").asText()).isEqualTo("The customer was erased.");
        var retried = kefu.as("supervisor").post("/api/letters/" + matter.approval().get("id").asText() + "/retry", "");
        assertThat(retried.status()).isEqualTo(409);
    }

    @Test
    void isLookedForEveryFewSeconds() {
        var settings = MailServerTests.settings("service@shop.example", "云上商城");
        var rounds = new DeliveryRounds("letters", sender, book, server, settings);
        rounds.start();
        try {
            desk.matter().approved();

            assertThat(MAIL.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(20), 1)).isTrue();
        } finally {
            rounds.stop();
        }
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void waitsForNoServerIfThereIsNoneAnyMore() {
        var matter = desk.matter().approved();
        var none = MailServerTests.of(null, MailServerTests.settings("", ""));
        var rounds = new DeliveryRounds("letters", sender, book, none, MailServerTests.settings("", ""));

        rounds.start();

        assertThat(rounds.isRunning()).isFalse();
        assertThat(matter.approval().get("status").asText()).isEqualTo("NO_SERVER");
    }

    @Test
    void takesNoLetterFromTheNodeThatIsSendingItWhereAnotherStartsWithoutAServer() {
        var matter = desk.matter().approved();
        var taken = book.take();
        assertThat(taken).hasSize(1);
        var none = MailServerTests.of(null, MailServerTests.settings("", ""));

        new DeliveryRounds("letters", sender, book, none, MailServerTests.settings("", "")).start();
        taken.forEach(book::sent);
        sender.sendDue();

        assertThat(matter.approval().get("status").asText()).isEqualTo("SENT");
        assertThat(matter.approval().get("attempts").asInt()).isEqualTo(1);
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    private Delivery sender(MailServer to) {
        return new Delivery(to, book);
    }

    /** So much later, and a round of the sender. */
    private void later(Duration pause) {
        var now = OffsetDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), MORNING.getOffset());
        FixedClock.set(now.plus(pause).toString());
        sender.sendDue();
    }

    private static List<String> ids(List<OutgoingMail> letters) {
        return letters.stream().map(OutgoingMail::id).toList();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static MimeMessage received(String address) throws Exception {
        for (var each : MAIL.getReceivedMessages()) {
            if (Arrays.toString(each.getRecipients(RecipientType.TO)).contains(address)) {
                return each;
            }
        }
        throw new AssertionError("Nothing came for " + address);
    }

    private static String text(MimeMessage message) throws Exception {
        return message.getContent().toString().replace("\r\n", "\n");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
