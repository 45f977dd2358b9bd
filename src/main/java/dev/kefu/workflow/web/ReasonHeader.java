package dev.kefu.workflow.web;

import dev.kefu.workflow.StatedReason;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The header {@code Reason} (or {@code X-Reason}) of a call, in any language: percent-encoded UTF-8, or UTF-8 as it is. */
@Component
class ReasonHeader implements StatedReason {

    @Override
    public Optional<String> ofThisCall() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                ? Stream.of("Reason", "X-Reason").map(call.getRequest()::getHeader)
                        .filter(header -> header != null && !header.isBlank())
                        .findFirst().map(ReasonHeader::decoded)
                : Optional.empty();
    }

    /** The server reads a header byte by byte; words with a percent sign that means nothing stay as they are. */
    static String decoded(String header) {
        var text = utf8(header);
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return text;
        }
    }

    private static String utf8(String text) {
        if (text.chars().noneMatch(each -> each > 0x7f) || text.chars().anyMatch(each -> each > 0xff)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException otherCharacters) {
            return text;
        }
    }
}
