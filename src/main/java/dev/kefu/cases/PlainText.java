package dev.kefu.cases;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text is text to its last byte: UTF-8, and nothing that drives a screen or a program. */
final class PlainText {

    private PlainText() {
    }

    static void require(NewAttachment content) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var characters = new InputStreamReader(content.content().open(), decoder)) {
            var buffer = new char[8_192];
            for (int read = characters.read(buffer); read >= 0; read = characters.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (Character.isISOControl(buffer[i]) && "\t\n\r\f".indexOf(buffer[i]) < 0) {
                        throw AttachmentType.refusal("The text has control characters.");
                    }
                }
            }
        } catch (CharacterCodingException malformed) {
            throw AttachmentType.refusal("The text is not UTF-8.");
        }
    }
}
