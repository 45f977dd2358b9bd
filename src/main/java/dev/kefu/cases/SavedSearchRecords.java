package dev.kefu.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SavedSearchRecords extends Repository<SavedSearch, Long> {

    SavedSearch save(SavedSearch search);

    List<SavedSearch> findByPersonOrderByName(String person);

    Optional<SavedSearch> findByPersonAndName(String person, String name);

    List<SavedSearch> findAll();

    int countByPerson(String person);

    void delete(SavedSearch search);
}
