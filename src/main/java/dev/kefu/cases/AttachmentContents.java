package dev.kefu.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps contents in pieces: neither writing nor reading holds a file in memory as a whole. */
@Component
class AttachmentContents {

    private static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;

    AttachmentContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String sha256Of(InputStream content) throws IOException {
        var digest = sha256();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    void write(String id, InputStream bytes) throws IOException {
        var position = 0;
        for (var piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
            jdbc.sql("insert into case_attachment_part (attachment_id, position, content) values (?, ?, ?)")
                    .params(id, position++, piece)
                    .update();
        }
    }

    void read(String id, OutputStream to) throws IOException {
        for (int position = 0; ; position++) {
            var piece = jdbc.sql("select content from case_attachment_part where attachment_id = ? and position = ?")
                    .params(id, position)
                    .query((row, index) -> row.getBytes(1))
                    .optional();
            if (piece.isEmpty()) {
                return;
            }
            to.write(piece.get());
        }
    }

    void remove(String id) {
        jdbc.sql("delete from case_attachment_part where attachment_id = ?").param(id).update();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
