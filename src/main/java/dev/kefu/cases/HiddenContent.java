package dev.kefu.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Finds files that are a second thing besides what they begin as: a page, a program, an archive behind a picture. */
final class HiddenContent {

    /** Each has five signs at least: of three, every third large photograph has some by chance. */
    private static final List<String> ACTIVE = List.of("<script", "<html", "<!doctype html", "<iframe", "<?php", "<%@ page", "<%@page",
            "<svg ", "xmlns=\"http://www.w3.org/2000/svg\"");
    private static final int LONGEST = 64;
    private static final int BLOCK = 65_536;
    private static final int ARCHIVE_END = 22;
    private static final int ARCHIVE_COMMENT = 65_535;

    private HiddenContent() {
    }

    /** @throws dev.kefu.shared.RuleViolation if it has a page or a program inside */
    static void refusePage(NewAttachment content) throws IOException {
        try (var bytes = content.content().open()) {
            var before = "";
            for (var block = bytes.readNBytes(BLOCK); block.length > 0; block = bytes.readNBytes(BLOCK)) {
                var text = before + new String(block, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (ACTIVE.stream().anyMatch(text::contains)) {
                    throw AttachmentType.refusal("The file has a page or a program inside.");
                }
                before = text.substring(Math.max(0, text.length() - LONGEST));
            }
        }
    }

    /**
     * An archive is read from its end, whatever stands before it.
     *
     * @throws dev.kefu.shared.RuleViolation if it has an archive inside
     */
    static void refuseArchive(NewAttachment content) throws IOException {
        try (var bytes = content.content().open()) {
            bytes.skipNBytes(Math.max(0, content.size() - ARCHIVE_END - ARCHIVE_COMMENT));
            var tail = bytes.readAllBytes();
            for (int i = 0; i <= tail.length - ARCHIVE_END; i++) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6
                        && i + ARCHIVE_END + commentLength(tail, i) <= tail.length) {
                    throw AttachmentType.refusal("The file has an archive inside.");
                }
            }
        }
    }

    private static int commentLength(byte[] tail, int end) {
        return (tail[end + 20] & 0xff) | (tail[end + 21] & 0xff) << 8;
    }
}
