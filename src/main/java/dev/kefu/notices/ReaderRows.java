package dev.kefu.notices;

import static dev.kefu.notices.NoticeRows.instant;
import static dev.kefu.notices.NoticeRows.utc;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What is kept about those who are told something. */
@Component
class ReaderRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReaderRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** All of these people, also those about whom nothing is stored; two statements. */
    Map<String, Reader> of(Collection<String> people) {
        var readers = new HashMap<String, Reader>();
        if (people.isEmpty()) {
            return readers;
        }
        var switches = new HashMap<String, Map<NoticeKind, Set<Channel>>>();
        jdbc.sql("select person, kind, channel, is_on from notice_switch where person in (:people)").param("people", people)
                .query(row -> {
                    var on = switches.computeIfAbsent(row.getString(1), any -> Reader.atFirst())
                            .get(NoticeKind.valueOf(row.getString(2)));
                    var channel = Channel.valueOf(row.getString(3));
                    if (row.getBoolean(4)) {
                        on.add(channel);
                    } else {
                        on.remove(channel);
                    }
                });
        jdbc.sql("select * from notice_reader where person in (:people)").param("people", people)
                .query((row, number) -> {
                    var person = row.getString("person");
                    return readers.put(person, new Reader(person, row.getLong("read_until"), row.getLong("mailed_until"),
                            row.getInt("mail_attempts"), row.getObject("mailing_until", Long.class),
                            row.getString("mail_failure"), instant(row, "mailed_at"),
                            new EnumMap<>(switches.getOrDefault(person, Reader.atFirst()))));
                }).list();
        people.forEach(person -> readers.putIfAbsent(person, Reader.unknown(person)));
        return readers;
    }

    /** Sees to it that the person has a row, and holds it for this transaction. */
    void hold(String person) {
        if (isHeld(person)) {
            return;
        }
        // One at a time, or two who write for the first time would both insert it
        jdbc.sql("select name from notice_board where name = 'readers' for update").query(String.class).single();
        if (!isHeld(person)) {
            jdbc.sql("insert into notice_reader (person, read_until, mailed_until, mail_attempts) values (:person, 0, 0, 0)")
                    .param("person", person).update();
        }
    }

    private boolean isHeld(String person) {
        return jdbc.sql("select person from notice_reader where person = :person for update").param("person", person)
                .query(String.class).optional().isPresent();
    }

    void read(String person, long until) {
        jdbc.sql("update notice_reader set read_until = :until where person = :person and read_until < :until")
                .param("until", until).param("person", person).update();
    }

    void set(String person, NoticeKind kind, Channel channel, boolean isOn) {
        jdbc.sql("delete from notice_switch where person = :person and kind = :kind and channel = :channel")
                .param("person", person).param("kind", kind.name()).param("channel", channel.name()).update();
        jdbc.sql("insert into notice_switch (person, kind, channel, is_on) values (:person, :kind, :channel, :on)")
                .param("person", person).param("kind", kind.name()).param("channel", channel.name()).param("on", isOn).update();
    }

    /** Mails to the person begin with what comes after this notice. */
    void startMails(String person, long after, Instant dueAt) {
        jdbc.sql("""
                update notice_reader set mailed_until = :after, mail_due_at = :due, mail_attempts = 0, mailing_id = null,
                    mailing_until = null, mail_failure = null where person = :person
                """).param("after", after).param("due", utc(dueAt)).param("person", person).update();
    }

    /** Tried anew by then: something about them has changed. Whoever has just taken the mail still has it. */
    void hasten(String person, Instant dueAt) {
        jdbc.sql("update notice_reader set mail_due_at = least(mail_due_at, :due) where person = :person and mailing_id is null")
                .param("due", utc(dueAt)).param("person", person).update();
    }

    void stopMails(String person) {
        jdbc.sql("update notice_reader set mail_due_at = null, mail_attempts = 0, mailing_id = null, mailing_until = null, "
                + "mail_failure = null where person = :person").param("person", person).update();
    }

    /**
     * Those to whom it is time to write, with their rows locked; none whom another node is just writing to.
     *
     * @param farAway what is due after that was put off before the clock was moved back
     */
    List<String> holdDue(Instant now, Instant farAway, int most) {
        return jdbc.sql("""
                        select person from notice_reader where mail_due_at <= :now or mail_due_at > :far
                        order by mail_due_at, person fetch first :most rows only for update skip locked
                        """).param("now", utc(now)).param("far", utc(farAway)).param("most", most)
                .query(String.class).list();
    }

    /** There is nothing to tell them now. */
    void putOff(Collection<String> people, @Nullable Instant until) {
        if (!people.isEmpty()) {
            jdbc.sql("""
                    update notice_reader set mail_due_at = :until, mail_attempts = 0, mailing_id = null, mailing_until = null
                    where person in (:people)
                    """).param("until", utc(until), Types.TIMESTAMP_WITH_TIMEZONE).param("people", people).update();
        }
    }

    /** A mail that somebody is sending. */
    record Mailing(String person, String id, long until, int attempt) {
    }

    void claim(Collection<Mailing> mailings, Instant until) {
        batches.batchUpdate("""
                update notice_reader set mailing_id = ?, mailing_until = ?, mail_attempts = ?, mail_due_at = ? where person = ?
                """, mailings.stream().map(each -> new Object[] {each.id(), each.until(), each.attempt(), utc(until),
                        each.person()}).toList());
    }

    void sent(String id, int attempt, Instant now, Instant next) {
        jdbc.sql("""
                update notice_reader set mailed_until = mailing_until, mailed_at = :now, mail_due_at = :next,
                    mail_attempts = 0, mailing_id = null, mailing_until = null, mail_failure = null
                where mailing_id = :id and mail_attempts = :attempt
                """).param("now", utc(now)).param("next", utc(next)).param("id", id).param("attempt", attempt).update();
    }

    /** @param attempts how many count from now on */
    void failed(String id, int attempt, int attempts, @Nullable String why, Instant next) {
        jdbc.sql("""
                update notice_reader set mail_failure = coalesce(:why, mail_failure), mail_attempts = :attempts,
                    mail_due_at = :next, mailing_id = null, mailing_until = null
                where mailing_id = :id and mail_attempts = :attempt
                """).param("why", why, Types.VARCHAR).param("attempts", attempts).param("next", utc(next)).param("id", id)
                .param("attempt", attempt).update();
    }
}
