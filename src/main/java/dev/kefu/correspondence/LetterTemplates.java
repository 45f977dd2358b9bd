package dev.kefu.correspondence;

import dev.kefu.cases.CaseAccess;
import dev.kefu.language.HouseWords;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Language;
import dev.kefu.shared.NotFound;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts of the letters: staff read and try them, supervisors change them. What is sent already never changes. */
@Service
@Transactional
public class LetterTemplates {

    /** How many versions are shown, newest first. */
    public static final int MOST_VERSIONS = 200;

    private final LetterCatalogue catalogue;
    private final TemplateVersions versions;
    private final LetterFacts facts;
    private final CaseAccess access;
    private final Actors actors;
    private final HouseWords words;
    private final Clock clock;

    LetterTemplates(LetterCatalogue catalogue, TemplateVersions versions, LetterFacts facts, CaseAccess access, Actors actors,
            HouseWords words, Clock clock) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.facts = facts;
        this.access = access;
        this.actors = actors;
        this.words = words;
        this.clock = clock;
    }

    /** A letter that is written at some turn of a case, and its texts. */
    public record Listed(String id, String module, String occasion, List<Placeholder> placeholders, List<InLanguage> languages) {
    }

    /** @param example as the letter says it */
    public record Placeholder(String name, String meaning, boolean needed, String example) {
    }

    /**
     * @param version  counts the changes; 0 is as it was shipped
     * @param editedBy who changed it last, null if nobody did
     */
    public record InLanguage(Language language, String subject, boolean edited, int version, @Nullable String editedBy,
            @Nullable OffsetDateTime editedAt) {
    }

    /**
     * @param edited  whether it is a supervisor's text, and not the shipped one
     * @param version counts the changes; 0 is as it was shipped
     */
    public record Shown(String id, Language language, String occasion, String subject, String body, boolean edited,
            int version, @Nullable String editedBy, @Nullable OffsetDateTime editedAt, List<Placeholder> placeholders,
            TemplateText shipped) {
    }

    /** @param subject null, as the body, where it went back to the shipped text */
    public record Version(int version, @Nullable String subject, @Nullable String body, String editedBy,
            OffsetDateTime editedAt) {
    }

    /** @param examples the facts that stand in it as examples, because no case told them */
    public record Preview(String subject, String body, List<String> examples) {
    }

    /** @throws dev.kefu.shared.Forbidden if the acting person is no staff */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        access.requireStaff();
        var newest = versions.findNewest().stream().collect(Collectors.toMap(
                each -> each.template() + "." + each.language(), Function.identity()));
        return catalogue.kinds().stream().map(kind -> new Listed(kind.id(), kind.module(), words.read(kind.occasion()),
                placeholders(kind, facts.defaultLanguage()),
                Arrays.stream(Language.values())
                        .map(language -> inLanguage(kind, language, Optional.ofNullable(newest.get(kind.id() + "." + language.code()))))
                        .toList())).toList();
    }

    /**
     * @throws NotFound if there is no such letter, or none in this language
     * @throws dev.kefu.shared.Forbidden if the acting person is no staff
     */
    @Transactional(readOnly = true)
    public Shown show(String id, String language) {
        access.requireStaff();
        return shown(kind(id), language(language));
    }

    /** What was made of the text, newest first; as {@link #show}. */
    @Transactional(readOnly = true)
    public List<Version> versions(String id, String language) {
        access.requireStaff();
        return versions.findByTemplateAndLanguageOrderByNumberDesc(kind(id).id(), language(language).code(), Limit.of(MOST_VERSIONS))
                .stream().map(each -> new Version(each.number(), each.text().map(TemplateText::subject).orElse(null),
                        each.text().map(TemplateText::body).orElse(null), each.editedBy(), local(each))).toList();
    }

    /**
     * From now on the letter is written so.
     *
     * @param basedOn the version that the editor saw; null if they don't care what became of it meanwhile
     * @throws NotFound if there is no such letter, or none in this language
     * @throws Conflict if somebody changed it meanwhile
     * @throws dev.kefu.shared.RuleViolation on {@code subject} and {@code body}, with all that is wrong
     * @throws dev.kefu.shared.Forbidden if the acting person is no supervisor
     */
    public Shown change(String id, String language, @Nullable String subject, @Nullable String body, @Nullable Integer basedOn) {
        actors.requireAnyOf(Groups.SUPERVISORS);
        var kind = kind(id);
        var in = language(language);
        var text = TemplateText.typed(subject, body);
        TemplateCheck.require(kind, text);
        var newest = newest(kind, in);
        requireUnchanged(newest, basedOn);
        if (!text.equals(textOf(kind, in, newest))) {
            keep(kind, in, newest, text);
        }
        return shown(kind, in);
    }

    /** The letter is written as it was shipped again; nothing happens if it is already. As {@link #change} otherwise. */
    public Shown reset(String id, String language) {
        actors.requireAnyOf(Groups.SUPERVISORS);
        var kind = kind(id);
        var in = language(language);
        var newest = newest(kind, in);
        if (newest.flatMap(TemplateVersion::text).isPresent()) {
            keep(kind, in, newest, null);
        }
        return shown(kind, in);
    }

    /**
     * A letter as it would be written, with what is typed in place of what is kept.
     *
     * @param subject    null for the one that counts now
     * @param body       null for the one that counts now
     * @param caseNumber whose facts to take, as far as they are known before the letter is written; null for examples only
     * @throws NotFound if there is no such letter, language or case
     * @throws dev.kefu.shared.RuleViolation as {@link #change}
     * @throws dev.kefu.shared.Forbidden if the acting person is no staff, or does not see all of the case
     */
    @Transactional(readOnly = true)
    public Preview preview(String id, String language, @Nullable String subject, @Nullable String body,
            @Nullable CaseNumber caseNumber) {
        access.requireStaff();
        var kind = kind(id);
        var in = language(language);
        var now = textOf(kind, in, newest(kind, in));
        var text = TemplateText.typed(subject == null ? now.subject() : subject, body == null ? now.body() : body);
        TemplateCheck.require(kind, text);
        if (caseNumber != null) {
            access.requireFull(caseNumber);
        }
        var examples = facts.examples(kind, in, caseNumber);
        try {
            var filled = text.filled(kind, examples.facts());
            return new Preview(filled.subject(), filled.body(), examples.names());
        } catch (LetterText.Unreadable impossible) {
            throw new IllegalStateException("A text that was checked can't be read", impossible);
        }
    }

    /** The text that counts now, if a supervisor made one. */
    @Transactional(readOnly = true)
    Optional<TemplateText> edited(LetterKind kind, Language language) {
        return newest(kind, language).flatMap(TemplateVersion::text);
    }

    private void keep(LetterKind kind, Language language, Optional<TemplateVersion> newest, @Nullable TemplateText text) {
        versions.save(TemplateVersion.edited(kind, language, newest.map(TemplateVersion::number).orElse(0) + 1, text,
                actors.current(), clock.instant()));
    }

    private static void requireUnchanged(Optional<TemplateVersion> newest, @Nullable Integer basedOn) {
        if (basedOn != null && basedOn != newest.map(TemplateVersion::number).orElse(0)) {
            throw new Conflict("Somebody changed this letter meanwhile. Please look at it again.");
        }
    }

    private Shown shown(LetterKind kind, Language language) {
        var newest = newest(kind, language);
        var text = textOf(kind, language, newest);
        var is = inLanguage(kind, language, newest);
        return new Shown(kind.id(), language, words.read(kind.occasion()), text.subject(), text.body(), is.edited(), is.version(),
                is.editedBy(), is.editedAt(), placeholders(kind, language), catalogue.shipped(kind, language));
    }

    private InLanguage inLanguage(LetterKind kind, Language language, Optional<TemplateVersion> newest) {
        return new InLanguage(language, textOf(kind, language, newest).subject(),
                newest.flatMap(TemplateVersion::text).isPresent(), newest.map(TemplateVersion::number).orElse(0),
                newest.map(TemplateVersion::editedBy).orElse(null), newest.map(this::local).orElse(null));
    }

    private TemplateText textOf(LetterKind kind, Language language, Optional<TemplateVersion> newest) {
        return newest.flatMap(TemplateVersion::text).orElseGet(() -> catalogue.shipped(kind, language));
    }

    private List<Placeholder> placeholders(LetterKind kind, Language language) {
        var examples = facts.examples(kind, language, null).facts();
        return kind.sayable().map(each -> new Placeholder(each.name(), words.read(each.meaning()), each.isNeeded(), examples.get(each.name())))
                .toList();
    }

    private Optional<TemplateVersion> newest(LetterKind kind, Language language) {
        return versions.findFirstByTemplateAndLanguageOrderByNumberDesc(kind.id(), language.code());
    }

    private LetterKind kind(String id) {
        return catalogue.find(id).orElseThrow(() -> new NotFound("There is no such letter."));
    }

    private static Language language(String code) {
        return Language.of(code).orElseThrow(() -> new NotFound("We write in zh and en."));
    }

    private OffsetDateTime local(TemplateVersion version) {
        return version.editedAt().atZone(clock.getZone()).toOffsetDateTime();
    }
}
