package dev.kefu.correspondence;

import dev.kefu.shared.Listed;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.util.Comparator;
import java.util.Optional;

/** Whether a text may become a letter's: what is wrong is said by field, all at once. */
final class TemplateCheck {

    private static final String RULE = "input";
    /** With more than one of so many letters changed, a name is another one and no slip. */
    private static final int LETTERS_PER_SLIP = 3;
    private static final int MOST_SAID = 20;

    private final LetterKind kind;
    private final Violations found = new Violations();

    private TemplateCheck(LetterKind kind) {
        this.kind = kind;
    }

    /** @throws dev.kefu.shared.RuleViolation on {@code subject} and {@code body}, with all that is wrong */
    static void require(LetterKind kind, TemplateText text) {
        var check = new TemplateCheck(kind);
        check.subject(text.subject());
        check.body(text.body());
        check.found.refuseIfAny();
    }

    private void subject(String subject) {
        if (Text.isBlank(subject)) {
            found.add("subject", RULE, "The letter needs a subject.");
        } else if (subject.codePoints().anyMatch(each -> each == '\n' || each == '\r' || each == 0x85 || each == 0x2028
                || each == 0x2029)) {
            found.add("subject", RULE, "The subject is one line, without a line break.");
        } else if (!Text.isVisible(subject)) {
            found.add("subject", RULE, "The subject has characters that can't be seen.");
        } else if (subject.length() > TemplateText.LONGEST_SUBJECT) {
            found.add("subject", RULE, "The subject has more than " + TemplateText.LONGEST_SUBJECT + " characters.");
        } else {
            read("subject", subject);
        }
    }

    private void body(String body) {
        if (Text.isBlank(body)) {
            found.add("body", RULE, "The letter needs a text.");
        } else if (!Text.isPlain(body) || Text.isReordered(body)) {
            found.add("body", RULE, "The text has characters that can't be shown, or that change the order in which it is read.");
        } else if (body.length() > TemplateText.LONGEST_BODY) {
            found.add("body", RULE, "The text has more than " + TemplateText.LONGEST_BODY + " characters.");
        } else {
            read("body", body).ifPresent(text -> kind.facts().stream()
                    .filter(fact -> fact.isNeeded() && !text.says(fact.name()))
                    .forEach(fact -> found.add("body", RULE, "This letter can't do without {{" + fact.name() + "}}, and must say it"
                            + " whatever else it can say: " + fact.meaning() + ".")));
        }
    }

    private Optional<LetterText> read(String field, String words) {
        try {
            var text = LetterText.read(words);
            text.names().stream().filter(name -> kind.fact(name).isEmpty())
                    .limit(MOST_SAID)
                    .forEach(name -> found.add(field, RULE, unknown(name)));
            return Optional.of(text);
        } catch (LetterText.Unreadable wrong) {
            found.add(field, RULE, wrong.getMessage());
            return Optional.empty();
        }
    }

    private String unknown(String name) {
        return kind.sayable().map(LetterFact::name)
                .filter(known -> distance(name, known) <= known.length() / LETTERS_PER_SLIP)
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .map(known -> "{{" + name + "}} is nothing that this letter can say; did you mean {{" + known + "}}?")
                .orElseGet(() -> "{{" + name + "}} is nothing that this letter can say. It can say "
                        + kind.sayable().map(LetterFact::name).collect(Listed.names()) + ".");
    }

    /** How many letters have to be changed, added or left out to make one name of the other; capitals don't matter. */
    private static int distance(String one, String other) {
        var left = one.toLowerCase();
        var right = other.toLowerCase();
        if (left.contains(right) || right.contains(left)) {
            return 1;
        }
        var row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                var above = row[j];
                var change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
