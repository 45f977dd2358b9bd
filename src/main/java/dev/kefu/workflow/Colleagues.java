package dev.kefu.workflow;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the department with their names and groups, read in one statement. Whoever is in no group is not of it. */
@Component
public class Colleagues {

    private static final String PEOPLE = """
            select u.ID_, u.FIRST_, u.LAST_, m.GROUP_ID_ from ACT_ID_USER u
            join ACT_ID_MEMBERSHIP m on m.USER_ID_ = u.ID_
            """;

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name as people read it; the id of those who have none */
    public record Person(String id, String name, List<String> groups) {
    }

    /** Everybody, in the order of their ids. */
    public List<Person> everybody() {
        return read(PEOPLE + "order by u.ID_, m.GROUP_ID_", Map.of());
    }

    /** Empty if there is no such account, or it is in no group. */
    public Optional<Person> find(String id) {
        return read(PEOPLE + "where u.ID_ = :id order by m.GROUP_ID_", Map.of("id", id)).stream().findFirst();
    }

    private List<Person> read(String query, Map<String, ?> parameters) {
        var found = new LinkedHashMap<String, Person>();
        jdbc.sql(query)
                .params(parameters)
                .query((ResultSet row) -> {
                    var id = row.getString(1);
                    var name = Accounts.nameOf(id, row.getString(2), row.getString(3));
                    found.computeIfAbsent(id, unknown -> new Person(id, name, new ArrayList<>())).groups().add(row.getString(4));
                });
        return List.copyOf(found.values());
    }
}
