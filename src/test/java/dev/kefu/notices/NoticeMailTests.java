package dev.kefu.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.workflow.Groups;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** News by mail: several together, to those who want it, once. */
class NoticeMailTests extends NoticeTest {

    @Autowired
    DigestBook book;

    @Test
    void writesToWhoeverWantsItInTheirLanguage() throws Exception {
        var english = hireForMails("en@people.example", Groups.RETURNS_SPECIALISTS);
        kefu.as(english).put("/api/me/language", "{\"language\": \"en\"}");
        hireForMails("zh@people.example", Groups.RETURNS_SPECIALISTS);
        var goods = goods();
        look();

        laterAndSend();

        assertThat(MAIL.getReceivedMessages()).hasSize(2);
        var mail = received("en@people.example").get(0);
        assertThat(mail.getSubject()).isEqualTo("Kefu: A new task for your group: Review return, " + goods.number());
        assertThat(text(mail)).contains("Review return, case " + goods.number(),
                "order " + goods.json().get("orderNumber").asText(),
                "https://kefu.shop.example/app/cases/" + goods.number(), "https://kefu.shop.example/app/notices");
        assertThat(mail.getContentLanguage()).containsExactly("en");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received("zh@people.example").get(0).getSubject()).contains("您所在小组的新任务").contains(goods.number());
    }

    @Test
    void saysNothingAboutTheCustomer() throws Exception {
        hireForMails("quiet@people.example", Groups.RETURNS_SPECIALISTS);
        var customer = kefu.sale().json();
        goods();
        look();

        laterAndSend();

        var text = text(received("quiet@people.example").get(0));
        var name = new ObjectMapper().readTree(customer).at("/customer");
        assertThat(name.get("name").asText()).isNotBlank();
        assertThat(text).doesNotContain(name.get("name").asText());
        name.fields().forEachRemaining(field -> {
            if (field.getValue().isTextual() && field.getValue().asText().length() > 3) {
                assertThat(text).doesNotContain(field.getValue().asText());
            }
        });
    }

    @Test
    void tellsAFloodInOneMail() throws Exception {
        hireForMails("flood@people.example", Groups.ORDER_CLERKS);
        flood(Groups.ORDER_CLERKS, 5000);
        try {
            look();

            laterAndSend();
            laterAndSend();

            var mails = received("flood@people.example");
            assertThat(mails).hasSize(1);
            assertThat(mails.get(0).getSubject()).contains("200+");
            assertThat(text(mails.get(0)).lines().filter(line -> line.startsWith("- "))).hasSize(20);
            assertThat(text(mails.get(0))).contains("180+");
        } finally {
            drain();
        }
    }

    @Test
    void writesNoMoreOftenThanAgreedAndNothingTwice() throws Exception {
        hireForMails("often@people.example", Groups.RETURNS_SPECIALISTS);
        goods();
        look();
        laterAndSend();
        goods();
        look();

        delivery.sendDue();
        assertThat(received("often@people.example")).hasSize(1);
        laterAndSend();
        laterAndSend();

        assertThat(received("often@people.example")).hasSize(2);
        assertThat(text(received("often@people.example").get(1)).lines().filter(line -> line.startsWith("- "))).hasSize(1);
    }

    @Test
    void writesNothingOfWhatIsDoneMeanwhile() {
        hireForMails("done@people.example", Groups.RETURNS_SPECIALISTS);
        var goods = goods();
        look();
        goods.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "Too late."));
        look();

        laterAndSend();

        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void losesNothingWhileTheServerIsAway() throws Exception {
        var person = hireForMails("away@people.example", Groups.RETURNS_SPECIALISTS);
        var first = goods();
        look();
        MAIL.stop();

        laterAndSend();

        assertThat(kefu.as(person).get("/api/me/notices").json().at("/mail/lastFailure").asText())
                .isEqualTo("The mail server can't be reached.");
        assertThat(kefu.as(person).with("Accept-Language", "zh").get("/api/me/notices").json().at("/mail/lastFailure").asText())
                .containsPattern("\\p{IsHan}");
        first.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "Too late."));
        var second = goods();
        look();
        later(Duration.ofMinutes(1));
        delivery.sendDue();
        MAIL.start();
        later(Duration.ofMinutes(1));
        delivery.sendDue();
        assertThat(received("away@people.example")).as("It waits longer after the second failure").isEmpty();
        later(Duration.ofMinutes(10));
        delivery.sendDue();
        assertThat(received("away@people.example")).hasSize(1);
        assertThat(text(received("away@people.example").get(0))).contains(second.number()).doesNotContain(first.number());
        assertThat(kefu.as(person).get("/api/me/notices").json().at("/mail/lastFailure").isNull()).isTrue();
    }

    @Test
    void isSentAgainUnderTheSameNameByWhoeverComesAfterOneWhoDied() {
        hireForMails("died@people.example", Groups.RETURNS_SPECIALISTS);
        goods();
        look();
        later(Duration.ofMinutes(5));
        var taken = book.take();
        assertThat(taken).hasSize(1);
        assertThat(book.take()).as("Somebody has it").isEmpty();

        later(Duration.ofMinutes(15));
        var again = book.take();

        assertThat(again).hasSize(1);
        assertThat(again.get(0).id()).isEqualTo(taken.get(0).id());
        book.sent(taken.get(0));
        assertThat(jdbc.queryForObject("select count(*) from notice_reader where mailing_id = ?", Integer.class,
                taken.get(0).id())).as("Whoever was thought dead changes nothing").isEqualTo(1);
        book.sent(again.get(0));
        later(Duration.ofMinutes(5));
        assertThat(book.take()).isEmpty();
    }

    @Test
    void goesOnWhenTheClockIsMovedBack() throws Exception {
        hireForMails("back@people.example", Groups.RETURNS_SPECIALISTS);
        goods();
        look();
        laterAndSend();
        at(MORNING.minusDays(30));
        goods();
        look();

        laterAndSend();

        assertThat(received("back@people.example")).hasSize(2);
    }

    @Test
    void beginsWithWhatComesAfterItWasSwitchedOn() throws Exception {
        goods();
        look();
        hireForMails("begins@people.example", Groups.RETURNS_SPECIALISTS);
        var after = goods();
        look();

        laterAndSend();

        assertThat(text(received("begins@people.example").get(0)).lines().filter(line -> line.startsWith("- "))).hasSize(1)
                .allSatisfy(line -> assertThat(line).contains(after.number()));
    }

    @Test
    void writesToNobodyWhoSwitchedItOffOrHasLeft() {
        var off = hireForMails("off@people.example", Groups.RETURNS_SPECIALISTS);
        var left = hireForMails("left@people.example", Groups.RETURNS_SPECIALISTS);
        var gone = hireForMails("gone@people.example", Groups.RETURNS_SPECIALISTS);
        goods();
        look();
        kefu.as(off).put("/api/me/notices", "{\"switches\": [{\"kind\": \"TASK_FOR_GROUP\", \"mail\": false}]}");
        identity.deleteMembership(left, Groups.RETURNS_SPECIALISTS);
        identity.deleteUser(gone);

        laterAndSend();

        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(value = {"-,NO_ADDRESS", "nobody,NO_SUCH_ADDRESS", "'a@b.example, c@d.example',NO_SUCH_ADDRESS",
            "客服@shop.example,NO_SUCH_ADDRESS"}, nullValues = "-")
    void saysWhyNoMailReachesSomebody(String email, String obstacle) {
        var person = hireForMails(email, Groups.RETURNS_SPECIALISTS);
        goods();
        look();

        laterAndSend();

        assertThat(MAIL.getReceivedMessages()).isEmpty();
        var mail = kefu.as(person).get("/api/me/notices").json().get("mail");
        assertThat(mail.get("obstacle").asText()).isEqualTo(obstacle);
        assertThat(mail.get("address").asText(null)).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@shop.example", " a.b@shop.example "})
    void takesAddressesAsTheyAreTyped(String address) {
        assertThat(MailAddress.isUsable(address)).isTrue();
    }

    private void laterAndSend() {
        later(Duration.ofMinutes(5));
        delivery.sendDue();
    }

    private static List<MimeMessage> received(String address) {
        return Arrays.stream(MAIL.getReceivedMessages()).filter(mail -> {
            try {
                return mail.getAllRecipients()[0].toString().equals(address);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }).toList();
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }
}
