package dev.kefu.cases;

import dev.kefu.shared.Text;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/** The name under which a file is kept: one that no file system, browser or reader is fooled by. Scripts of all tongues stay. */
final class HarmlessName {

    private static final int LONGEST = 120;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Control characters, marks that turn the direction of text or are not seen, halves of characters, and what Windows reads as more than a name. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029<>:\"|?*;%]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d|conin\\$|conout\\$)(\\..*)?");
    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{1,8}");

    private HarmlessName() {
    }

    /**
     * @param told as the sender calls it; may be anything
     * @param type what the content is; a name that says otherwise gets the extension that fits
     */
    static String of(@Nullable String told, AttachmentType type) {
        var name = PATH.matcher(told == null ? "" : told).replaceFirst("");
        name = HARMFUL.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        name = EDGES.matcher(name.replaceAll("\\s+", " ")).replaceAll("");
        var dot = name.lastIndexOf('.');
        var hasExtension = dot > 0 && EXTENSION.matcher(name.substring(dot + 1)).matches();
        var stem = EDGES.matcher(hasExtension ? name.substring(0, dot) : name).replaceAll("");
        var extension = hasExtension ? name.substring(dot + 1) : "";
        if (stem.isEmpty()) {
            stem = "attachment";
        }
        if (DEVICE.matcher(stem).matches()) {
            stem = "_" + stem;
        }
        return Text.shortened(stem, LONGEST) + "." + type.betterThan(extension).orElse(extension);
    }
}
