package dev.kefu.language;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LanguageChoiceRecords extends Repository<LanguageChoice, String> {

    LanguageChoice save(LanguageChoice choice);

    Optional<LanguageChoice> findByPerson(String person);

    void delete(LanguageChoice choice);
}
