package dev.kefu.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A search that somebody keeps under a name, for themselves. */
@Entity
@Table(name = "saved_search")
class SavedSearch {

    static final int LONGEST_NAME = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_search")
    @SequenceGenerator(name = "saved_search", sequenceName = "saved_search_sequence", allocationSize = 50)
    private Long id;
    private String person;
    private String name;
    private String query;
    private Instant savedAt;
    @Version
    private int version;

    protected SavedSearch() {
    }

    static SavedSearch saved(String person, String name, String query, Instant at) {
        var search = new SavedSearch();
        search.person = person;
        search.name = name;
        search.query = query;
        search.savedAt = at;
        return search;
    }

    void ask(String otherQuery, Instant at) {
        query = otherQuery;
        savedAt = at;
    }

    String name() {
        return name;
    }

    String query() {
        return query;
    }

    Instant savedAt() {
        return savedAt;
    }
}
