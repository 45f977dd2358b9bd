package dev.kefu.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.kefu.shared.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Whatever Java code says to people is said in Chinese too, and the dictionary has nothing that nobody says. */
class TranslatedSentencesTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path DICTIONARY = Path.of("words/sentences.zh.json");

    /** A text that only programs read. Everything else that has words in it is for people. */
    private static final List<Pattern> FOR_PROGRAMS = Stream.of(
            "(?s)\\(?(select|insert|update|delete) .*", "ACT_\\w+ set .*", " or GROUP_ID_ in .*",
            "default-src .*|sandbox; .*|private, no-store|attachment; filename=.*|Basic realm=.*",
            "(?is)<!doctype html.*", "(?s)\\{\"type\":.*", "(?s)\\{\"subject\": .*", "(?i)\\(\\?i\\).*", "function says.*", "java type ",
            "d MMMM yyyy", "yyyy-MM-dd.*", "(?s)(event|id): .*", "no-cache, .*", " union all ", " as way from .*", " where .*",
            "t\\.ASSIGNEE_ .*", "Camunda Platform", "Duplicate field", "Connection is closed", "does not have a subscription").map(Pattern::compile).toList();

    /** Said where nobody can hear it, each for its own reason. */
    private static final Set<String> UNHEARD = Set.of(
            // The subject of a mail that is written in two languages
            "Kefu: {kind}{value}{name}", "Kefu: {kind}{value}{name}, {caseNumber}",
            // A programmer's fault
            "It is no model: {getMessage}",
            "There is no letter {template}", "Nothing is wrong",
            // Read in the log
            "{name}, state {getSQLState}, code {getErrorCode}", "The rights of {userId} could not be read",
            "No ids could be had for the engine's rows",
            // Read by the code that asked, which says it in its own words
            "The answer is too long", "The answer breaks off",
            // Names that stand in the database; shown in Chinese by the names' dictionary
            "My tasks", "My groups' tasks", "The team's tasks");

    private static final Pattern WORDS = Pattern.compile("(?s).*[A-Za-z}]['’,.:;)]* ['‘(]*[A-Za-z{].*");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{[A-Za-z0-9_]+}}}|(?<!\\{)\\{[A-Za-z0-9_]+}|%[sd]");
    /** A whole sentence stands there: another one begins behind it. */
    private static final Pattern SENTENCE = Pattern.compile("(" + PLACE.pattern() + ")(?= [A-Z])");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Two English words on end. The Chinese of the house has single ones only: codes and the names of fields. */
    private static final Pattern ENGLISH = Pattern.compile("(?<![A-Za-z])[A-Za-z']+[,;:]? [a-z']{2,}");
    private static final Set<String> ALSO_CHINESE = Set.of("business key");
    private static final Pattern PARTS = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\d\"'({])|\\n");
    /** What only keeps Kefu from starting, and is read by who runs it. */
    private static final Set<String> START_UP = Set.of("Dictionaries", "Phrase", "CalendarFile");

    private final Phrasebook phrasebook = new Phrasebook();
    private final List<SpokenSentences.Spoken> spoken = SpokenSentences.in(SOURCES);

    @Test
    void whatJavaSaysToPeopleIsSaidInChinese() {
        var untranslated = spoken.stream()
                .filter(each -> !START_UP.contains(each.place().replaceAll(":.*", "")) && isForPeople(each.template()))
                .filter(each -> !isTranslated(each.template()))
                .map(each -> each.place() + ": " + each.template())
                .distinct().toList();

        assertThat(untranslated).as("sentences without Chinese in " + DICTIONARY).isEmpty();
    }

    @Test
    void theWordsOfEachKindAreSaidInChinese() {
        var words = wordsOfKinds();

        assertThat(words).contains("Changed mind", "as new", "refund", "refused at inspection");
        assertThat(words.stream().filter(each -> !isChinese(phrasebook.in(Language.ZH, each)))).isEmpty();
    }

    @Test
    void theDictionaryHasNothingThatNobodySays() throws IOException {
        var said = new TreeSet<String>();
        spoken.forEach(each -> said.addAll(shapes(each.template())));
        wordsOfKinds().forEach(each -> said.addAll(shapes(each)));

        var unsaid = dictionary().keySet().stream().filter(each -> Stream.of(shape(each), withoutSubject(shape(each)))
                .noneMatch(said::contains)).toList();

        assertThat(unsaid).as("entries of " + DICTIONARY + " that no Java code says").isEmpty();
    }

    @Test
    void theDictionaryIsWrittenInChinese() throws IOException {
        var unfit = dictionary().entrySet().stream()
                .filter(each -> !isChinese(each.getValue()) || isSentence(each.getKey()) != isSentence(each.getValue()))
                .map(Map.Entry::toString).toList();

        assertThat(unfit).isEmpty();
    }

    /** What validates and what answers for the house say sentences of their own, all of them known beforehand. */
    @Test
    void whatLibrariesSayToPeopleIsSaidInChinese() {
        var validated = constraintsInUse().map(TranslatedSentencesTests::messageOf).flatMap(each -> Stream.of(each, "text " + each + "."));
        var statuses = Arrays.stream(HttpStatus.values()).filter(HttpStatus::is4xxClientError)
                .map(each -> "The call can't be taken: " + each.getReasonPhrase() + ".");

        assertThat(Stream.concat(validated, statuses).filter(each -> !isChinese(phrasebook.in(Language.ZH, each)))).isEmpty();
    }

    private Stream<String> constraintsInUse() {
        return SpokenSentences.annotationsIn(SOURCES).stream().filter(each -> constraints().containsKey(key(each)));
    }

    private static String messageOf(String constraint) {
        return constraints().getString(key(constraint)).replaceAll("\\$?\\{[^}]*}", "3");
    }

    private static String key(String constraint) {
        return "jakarta.validation.constraints." + constraint + ".message";
    }

    private static ResourceBundle constraints() {
        return ResourceBundle.getBundle("org.hibernate.validator.ValidationMessages", Locale.ROOT);
    }

    private boolean isTranslated(String template) {
        var filled = filled(template);
        // A predicate gets its subject elsewhere: "must be text." is said of a field
        return Stream.of(filled, "Q0 " + filled, "Q0" + filled)
                .anyMatch(each -> isChinese(phrasebook.in(Language.ZH, each)));
    }

    private static boolean isForPeople(String template) {
        return WORDS.matcher(template).matches() && LETTERS.matcher(PLACE.matcher(template).replaceAll("")).find()
                && FOR_PROGRAMS.stream().noneMatch(each -> each.matcher(template).matches()) && !UNHEARD.contains(template);
    }

    private static boolean isChinese(String text) {
        return HAN.matcher(text).find() && ENGLISH.matcher(text).results()
                .allMatch(english -> ALSO_CHINESE.contains(english.group()));
    }

    private static boolean isSentence(String text) {
        return ".?。？".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** With a value in each place, as the text is when somebody reads it. */
    private static String filled(String template) {
        var number = new int[1];
        return PLACE.matcher(SENTENCE.matcher(template).replaceAll("$1.")).replaceAll(place -> "Q" + ++number[0]);
    }

    /** Without the names of its places; what stands side by side is one. */
    private static String shape(String template) {
        return PLACE.matcher(template).replaceAll("{}").replaceAll("\\{}( ?\\{})+", "{}").strip();
    }

    private static String withoutSubject(String shape) {
        return shape.startsWith("{}") ? shape.substring(2).strip() : shape;
    }

    /** Of the whole, and of each sentence and line in it. */
    private static Set<String> shapes(String template) {
        var all = new LinkedHashSet<String>();
        all.add(shape(template));
        Stream.of(template, SENTENCE.matcher(template).replaceAll("$1.")).flatMap(PARTS::splitAsStream)
                .flatMap(each -> Stream.concat(Stream.of(each), Arrays.stream(each.split("; "))))
                .map(TranslatedSentencesTests::shape)
                .flatMap(each -> Stream.of(each, each.replaceFirst("\\{}\\.$", "{}"), each.replaceFirst("^\\* ", "")))
                .forEach(all::add);
        return all;
    }

    /** What every kind of something is in words: {@code inWords()} of each enum that has it. */
    private static Set<String> wordsOfKinds() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.kefu")
                .stream().filter(JavaClass::isEnum).filter(each -> each.tryGetMethod("inWords").isPresent())
                .flatMap(each -> Arrays.stream(each.reflect().getEnumConstants()))
                .map(TranslatedSentencesTests::inWords).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String inWords(Object constant) {
        try {
            var method = ((Enum<?>) constant).getDeclaringClass().getDeclaredMethod("inWords");
            method.setAccessible(true);
            return (String) method.invoke(constant);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> dictionary() throws IOException {
        return new ObjectMapper().readValue(DICTIONARY.toFile(), new TypeReference<>() { });
    }
}
