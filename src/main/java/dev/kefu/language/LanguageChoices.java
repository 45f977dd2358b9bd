package dev.kefu.language;

import dev.kefu.shared.Language;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/** The languages that people chose for themselves. Everybody chooses their own. */
@Component
public class LanguageChoices {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageChoices.class);

    /** A choice made on another node counts here after so long at the latest. */
    private static final long FRESH_FOR = Duration.ofSeconds(60).toNanos();
    private static final int MOST = 10_000;

    private final LanguageChoiceRecords records;
    private final LongSupplier nanos;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    @Autowired
    LanguageChoices(LanguageChoiceRecords records) {
        this(records, System::nanoTime);
    }

    LanguageChoices(LanguageChoiceRecords records, LongSupplier nanos) {
        this.records = records;
        this.nanos = nanos;
    }

    private record Remembered(@Nullable Language language, long at) {
    }

    /** What the person chose, empty if they left it to their browser. */
    public Optional<Language> of(String person) {
        return records.findByPerson(person).map(LanguageChoice::language);
    }

    /** The same as it is now; as it was when it was last read, if it can't be read now: nobody fails to log in for that. */
    public Optional<Language> ofIfReadable(String person) {
        return Optional.ofNullable(lookedUp(person, remembered.get(person)));
    }

    /** Of these people, with one statement; whoever left it to their browser is not in it. */
    public Map<String, Language> ofAll(Collection<String> people) {
        return people.isEmpty() ? Map.of() : records.findByPersonIn(people).stream()
                .collect(Collectors.toMap(LanguageChoice::getId, LanguageChoice::language));
    }

    /**
     * The same for whoever asks with every answer: as it was at most a minute ago, and empty if nobody can say now.
     *
     * @param told what the browser thinks was chosen; if it is something else than is remembered, it may be newer
     */
    Optional<Language> recently(String person, Optional<Language> told) {
        var known = remembered.get(person);
        var isFresh = known != null && nanos.getAsLong() - known.at() < FRESH_FOR
                && (told.isEmpty() || told.get() == known.language());
        return Optional.ofNullable(isFresh ? known.language() : lookedUp(person, known));
    }

    /** Nobody is refused an answer because its language can't be found out. */
    @Nullable
    private Language lookedUp(String person, @Nullable Remembered before) {
        Language language;
        try {
            language = of(person).orElse(null);
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("A choice of language can't be read now", away);
            language = before == null ? null : before.language();
        }
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        remembered.put(person, new Remembered(language, nanos.getAsLong()));
        return language;
    }

    /** @param language null leaves it to the browser again */
    @Transactional
    public void choose(String person, @Nullable Language language) {
        var choice = records.findByPerson(person);
        if (language == null) {
            choice.ifPresent(records::delete);
        } else {
            choice.ifPresentOrElse(made -> made.changed(language), () -> records.save(LanguageChoice.made(person, language)));
        }
    }

    /** To be called when the choice is stored: this node looks again. */
    public void forget(String person) {
        remembered.remove(person);
    }
}
