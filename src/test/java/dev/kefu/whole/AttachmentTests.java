package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import dev.kefu.Multipart;
import dev.kefu.cases.Attachment;
import dev.kefu.cases.CaseAttachments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of a case: what is taken, under which name, and who gets it back. */
@WholeTest
class AttachmentTests {

    @Autowired
    Kefu kefu;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseAttachments attachments;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void keepsAFileAsItIsForThoseWhoWorkOnTheCase() {
        var goods = opened();
        var photo = picture("png", 900);

        var added = Upload.file("裂纹 1.png", photo).described("The crack").to(kefu, "agent", path(goods));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        var file = added.json();
        assertThat(file.get("name").asText()).isEqualTo("裂纹 1.png");
        assertThat(file.get("type").asText()).isEqualTo("image/png");
        assertThat(file.get("size").asInt()).isEqualTo(photo.length);
        assertThat(file.get("description").asText()).isEqualTo("The crack");
        assertThat(file.get("addedBy").asText()).isEqualTo("agent");
        var content = kefu.as("warehouse").download(path(goods) + "/" + id(added));
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.body()).isEqualTo(photo);
        assertThat(content.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(content.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(content.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(content.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline;").contains("UTF-8''");
        assertThat(kefu.as("agent").get(path(goods)).json()).hasSize(1);
        assertThat(goods.json().at("/attachments/0/id").asText()).isEqualTo(id(added));
        assertThat(goods.json().get("timeline").findValuesAsText("text")).contains("裂纹 1.png");
        assertThat(goods.timeline()).contains("ATTACHED");
    }

    @Test
    void keepsALargeFileByteForByte() {
        var goods = opened();
        var letter = Arrays.copyOf("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 3_000_001);
        Arrays.fill(letter, 9, letter.length, (byte) 'x');

        var added = Upload.file("letter.pdf", letter).to(kefu, "agent", path(goods));

        var content = kefu.as("agent").download(path(goods) + "/" + id(added));
        assertThat(content.body()).isEqualTo(letter);
        assertThat(content.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
    }

    @Test
    void holdsNoConnectionWhileSomebodyTakesAFileSlowly() throws IOException {
        var goods = opened();
        var added = Upload.file("letter.txt", "x".repeat(600_000)).to(kefu, "agent", path(goods)).json();
        var file = new Attachment(added.get("id").asText(), "letter.txt", null, "text/plain", 600_000, "", "agent", null);
        var held = new ArrayList<Boolean>();

        transaction.executeWithoutResult(status -> {
            try {
                attachments.read(file, new OutputStream() {

                    @Override
                    public void write(int content) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void write(byte[] content, int offset, int length) {
                        held.add(TransactionSynchronizationManager.isActualTransactionActive());
                    }
                });
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });

        assertThat(held).containsExactly(false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": null}", "{\"reason\": \"\\u200B\"}"})
    void takesNoFileAwayWithoutAReason(String body) {
        var goods = opened();
        var added = Upload.file("a.txt", "text").to(kefu, "agent", path(goods));

        var refused = kefu.as("supervisor").post(path(goods) + "/" + id(added) + "/removal", body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("reason");
        assertThat(kefu.as("agent").get(path(goods)).json()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif"})
    void tellsAPictureByItsContentWhateverItIsCalled(String format, String type) {
        var added = Upload.file("x.html", picture(format, 20)).calledType("text/html").to(kefu, "agent", path(opened()));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().get("type").asText()).isEqualTo(type);
        assertThat(added.json().get("name").asText()).isEqualTo("x." + format);
    }

    @Test
    void takesPicturesOfTelephonesAndPlainText() {
        var webp = "RIFF\u0024\0\0\0WEBPVP8 \u0018\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        var heic = "\0\0\0\u0018ftypheic\0\0\0\0heicmif1".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(type("a.webp", webp)).isEqualTo("image/webp");
        assertThat(type("a.HEIC", heic)).isEqualTo("image/heic");
        assertThat(type("a.txt", "客户说：好的。\nOK < 3 & more".getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
    }

    @Test
    void takesPhotographsWhateverTheirPixelsHappenToSpell() {
        var photo = picture("jpg", 20);
        var spelling = Arrays.copyOf(photo, photo.length + 5_000);
        System.arraycopy("..<%@.#!..MZ..<?..<!..".getBytes(StandardCharsets.US_ASCII), 0, spelling, photo.length + 1_000, 22);

        assertThat(type("photo.jpg", spelling)).isEqualTo("image/jpeg");
    }

    @Test
    void takesLettersByMailAsTheTextThatTheyAre() {
        var letter = "From: fang@example.com\nTo: shop@example.com\nSubject: Kettle\n\nIt leaks.\n";

        assertThat(type("letter.eml", letter.getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
        assertThat(Upload.file("letter.eml", letter + "<html><body onload=alert(1)>").to(kefu, "agent", path(opened())).status())
                .isEqualTo(422);
    }

    @Test
    void losesNoneOfSeveralFilesWithoutAWord() {
        var goods = opened();
        var two = new Multipart().file("file", "a.txt", "one").file("file", "b.txt", "two");
        var another = new Multipart().file("file", "a.txt", "one").file("photo", "b.txt", "two");

        for (var parts : List.of(two, another)) {
            var refused = kefu.as("agent").post(path(goods), parts);

            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("file");
        }
        assertThat(kefu.as("agent").get(path(goods)).json()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<!DOCTYPE html><html><body>x</body></html>",
            "  <HTML><body onload=alert(1)>",
            "Dear all,\n<script>alert(1)</script>",
            "<?php system('ls'); ?>",
            "Dear all,\n<%@ page import='x' %>",
            "#!/bin/sh\nrm -rf /",
            "MZ\u0090\u0000\u0003\u0000\u0000\u0000",
            "\u007fELF\u0002\u0001\u0001\u0000",
            "PK\u0003\u0004\u0014\u0000",
            "GIF89a/*<script>alert(1)</script>*/",
            "text with a bell \u0007",
            "<html>%PDF-1.7",
            ""})
    void refusesWhatIsNoPictureDocumentOrText(String content) {
        var goods = opened();

        var refused = Upload.file("photo.png", content.getBytes(StandardCharsets.ISO_8859_1)).calledType("image/png")
                .to(kefu, "agent", path(goods));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("file");
        assertThat(kefu.as("agent").get(path(goods)).json()).isEmpty();
        assertThat(goods.timeline()).doesNotContain("ATTACHED");
        assertThat(jdbc.sql("select count(*) from case_attachment where case_number = ?").param(goods.number())
                .query(Long.class).single()).isZero();
    }

    @Test
    void refusesAnArchiveHowEverItIsDressed() {
        var goods = opened();
        var archive = archive("word/vbaProject.bin");
        var behindAPicture = new ByteArrayOutputStream();
        behindAPicture.writeBytes(picture("jpg", 20));
        behindAPicture.writeBytes(archive);

        var behindALetter = new ByteArrayOutputStream();
        behindALetter.writeBytes("%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        behindALetter.writeBytes(archive);

        assertThat(Upload.file("a.pdf", behindALetter.toByteArray()).to(kefu, "agent", path(goods)).status()).isEqualTo(422);
        assertThat(Upload.file("a.docm", archive).to(kefu, "agent", path(goods)).status()).isEqualTo(422);
        assertThat(Upload.file("a.jpg", behindAPicture.toByteArray()).to(kefu, "agent", path(goods)).status()).isEqualTo(422);
        assertThat(Upload.file("a.txt", new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}).to(kefu, "agent", path(goods)).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "../../etc/passwd, passwd.txt",
            "C:\\Users\\x\\photo.txt, photo.txt",
            "a\u202Etxt.exe, atxt.txt",
            "CON.txt, _CON.txt",
            "..., attachment.txt",
            ".htaccess, htaccess.txt",
            "a<b>:c|d?*.txt, abcd.txt",
            "invoice.pdf, invoice.txt",
            "no extension, no extension.txt",
            "投诉 记录.TXT, 投诉 记录.TXT",
            "x\u0001\u0002y.txt, xy.txt"})
    void keepsFilesUnderHarmlessNames(String told, String kept) {
        var added = Upload.file(told, "text").to(kefu, "agent", path(opened()));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().get("name").asText()).isEqualTo(kept);
    }

    @Test
    void shortensNamesThatNobodyReads() {
        var added = Upload.file("很".repeat(300) + ".txt", "text").to(kefu, "agent", path(opened()));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().get("name").asText()).hasSizeLessThanOrEqualTo(130).endsWith("….txt");
    }

    @Test
    void saysHowLargeAFileMayBe() {
        var goods = opened();

        var refused = Upload.file("a.txt", "x".repeat(10 * 1024 * 1024 + 1)).to(kefu, "agent", path(goods));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(kefu.as("agent").get(path(goods)).json()).isEmpty();
    }

    @Test
    void takesTwentyFilesAndNoMoreAlsoFromSeveralAtOnce() {
        var goods = opened();
        for (int i = 0; i < 18; i++) {
            Upload.file("a.txt", "text").to(kefu, "agent", path(goods));
        }

        var answers = Kefu.atOnce(5, index -> Upload.file("b.txt", "text").to(kefu, "agent", path(goods)));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(kefu.as("agent").get(path(goods)).json()).hasSize(20);
    }

    @Test
    void givesAFileToNobodyWhoDoesNotWorkOnTheCase() {
        var goods = opened();
        var other = opened();
        var added = Upload.file("王芳 13800000001.txt", "text").to(kefu, "agent", path(goods));
        var file = path(goods) + "/" + id(added);

        for (var user : List.of("hr", "integration", "analyst", "auditor", "admin")) {
            assertThat(kefu.as(user).get(file).status()).as(user).isEqualTo(403);
            assertThat(Upload.file("a.txt", "x").to(kefu, user, path(goods)).status()).as(user).isEqualTo(403);
        }
        assertThat(kefu.anonymous().get(file).status()).isEqualTo(401);
        assertThat(kefu.as("agent").get(path(other) + "/" + id(added)).status()).isEqualTo(404);
        assertThat(kefu.as("agent").get(path(goods) + "/nonsense").status()).isEqualTo(404);
        assertThat(kefu.as("auditor").get(path(goods)).body()).contains(id(added)).doesNotContain("王芳", "13800000001");
        assertThat(kefu.as("agent").send("POST", path(goods), "x").status()).isIn(400, 415);
        assertThat(kefu.as("agent").with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", path(goods), "--x--\r\n").status()).isEqualTo(400);
    }

    @Test
    void letsASupervisorTakeAwayWhatShouldNotBeThere() {
        var goods = opened();
        var added = Upload.file("a.txt", "text").to(kefu, "agent", path(goods));
        var removal = path(goods) + "/" + id(added) + "/removal";
        var reason = Json.of(Map.of("reason", "Another customer's"));

        assertThat(kefu.as("agent").post(removal, reason).status()).isEqualTo(403);
        assertThat(kefu.as("supervisor").post(removal, "{\"reason\": \" \"}").status()).isEqualTo(422);
        assertThat(kefu.as("supervisor").post(removal, reason).status()).isEqualTo(204);

        assertThat(kefu.as("agent").get(path(goods) + "/" + id(added)).status()).isEqualTo(404);
        assertThat(goods.timeline()).contains("ATTACHMENT_REMOVED");
        assertThat(jdbc.sql("select count(*) from case_attachment_part where attachment_id = ?").param(id(added))
                .query(Long.class).single()).isZero();
    }

    @Test
    void takesEvidenceAfterTheCaseIsClosed() {
        var goods = opened();
        goods.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "Worn"));

        assertThat(Upload.file("a.txt", "text").to(kefu, "agent", path(goods)).status()).isEqualTo(201);
    }

    private String type(String name, byte[] content) {
        var added = Upload.file(name, content).to(kefu, "agent", path(opened()));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return added.json().get("type").asText();
    }

    private Kefu.Case opened() {
        return kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
    }

    private static String path(Kefu.Case goods) {
        return "/api/cases/" + goods.number() + "/attachments";
    }

    private static String id(Answer added) {
        return added.json().get("id").asText();
    }

    private static byte[] picture(String format, int width) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] archive(String entry) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
