package dev.kefu.language;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LanguageChoiceRecords extends Repository<LanguageChoice, String> {

    LanguageChoice save(LanguageChoice choice);

    Optional<LanguageChoice> findByPerson(String person);

    List<LanguageChoice> findByPersonIn(Collection<String> people);

    void delete(LanguageChoice choice);
}
