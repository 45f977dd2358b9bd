package dev.kefu.workflow;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Accounts and groups of many people at once, with two statements. */
@Component
public class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By user id; whoever has no account is not in it. At most some thousand at a time. */
    public Map<String, Standing> of(Collection<String> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var groups = new HashMap<String, Set<String>>();
        jdbc.sql("select USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ in (:people)").param("people", people)
                .query((row, number) -> groups.computeIfAbsent(row.getString(1), any -> new HashSet<>()).add(row.getString(2)))
                .list();
        var standings = new HashMap<String, Standing>();
        jdbc.sql("select ID_, PWD_, EMAIL_ from ACT_ID_USER where ID_ in (:people)").param("people", people)
                .query((row, number) -> standings.put(row.getString(1), new Standing(row.getString(1), mark(row.getString(2)),
                        row.getString(3), groups.getOrDefault(row.getString(1), Set.of())))).list();
        return standings;
    }

    /** What changes when the password does, and tells nothing about it. */
    static String mark(String storedPassword) {
        return DigestUtils.md5DigestAsHex(String.valueOf(storedPassword).getBytes(StandardCharsets.UTF_8));
    }
}
