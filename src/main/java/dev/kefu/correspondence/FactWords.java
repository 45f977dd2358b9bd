package dev.kefu.correspondence;

import dev.kefu.shared.Language;
import dev.kefu.shared.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/** Facts as a letter in a language says them: days and amounts in its way, everything else as it was told. */
final class FactWords {

    private static final int LONGEST = 4_000;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]{5,20}(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern MONEY = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,4})?) ([A-Z]{3})");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Language language;
    private final ZoneId zone;

    /** @param zone of moments that are told with an offset */
    FactWords(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    String of(@Nullable String fact) {
        if (fact == null) {
            return "";
        }
        var told = harmless(fact).strip();
        try {
            if (DAY.matcher(told).matches()) {
                return LocalDate.parse(told).format(days());
            }
            if (MOMENT.matcher(told).matches()) {
                var moment = OffsetDateTime.parse(told).atZoneSameInstant(zone);
                return moment.format(days()) + " " + moment.format(TIME);
            }
        } catch (DateTimeException noTime) {
            return told;
        }
        var money = MONEY.matcher(told);
        return money.matches() ? amount(money.group(1), money.group(2)) : Text.shortened(told, LONGEST);
    }

    /** Nothing that drives a screen, changes the order in which it is read, or can't be stored. */
    private static String harmless(String fact) {
        var text = new StringBuilder();
        fact.replace("\r\n", "\n").replace('\r', '\n').codePoints()
                .filter(each -> each == '\n' || !Character.isISOControl(each))
                .filter(each -> Character.getType(each) != Character.SURROGATE && !Text.isReordered(Character.toString(each)))
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private DateTimeFormatter days() {
        return language == Language.ZH ? CHINESE : ENGLISH;
    }

    private String amount(String number, String currency) {
        if (language == Language.EN) {
            return currency + " " + number;
        }
        return currency.equals("CNY") ? number + " 元" : number + " " + currency;
    }
}
