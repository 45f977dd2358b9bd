package dev.kefu.notices;

import dev.kefu.workflow.Standing;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who is to be told what: three statements, whatever the number of people. */
@Component
class Noticeboard {

    private final NoticeRows notices;
    private final ReaderRows readers;

    Noticeboard(NoticeRows notices, ReaderRows readers) {
        this.notices = notices;
        this.readers = readers;
    }

    /** @param notices newest first, those that were read too */
    record Mine(Reader reader, List<Notice> notices) {

        List<Notice> unread() {
            return notices.stream().filter(each -> each.id() > reader.readUntil()).toList();
        }
    }

    /** What these people are told by this channel, by person. */
    Map<String, Mine> of(Collection<Standing> people, Channel channel) {
        return of(people, readers.of(people.stream().map(Standing::person).toList()), channel);
    }

    /** The same where it is known already how they want to be told. */
    Map<String, Mine> of(Collection<Standing> people, Map<String, Reader> known, Channel channel) {
        var newest = notices.newest(people.stream().map(Audience::of).flatMap(List::stream).distinct().toList());
        var all = new HashMap<String, Mine>();
        people.forEach(standing -> {
            var reader = known.get(standing.person());
            all.put(standing.person(), new Mine(reader, forReader(standing, reader, newest, channel)));
        });
        return all;
    }

    /** Whoever is in two groups that may take a task hears of it once. */
    private static List<Notice> forReader(Standing standing, Reader reader, Map<String, List<Notice>> newest, Channel channel) {
        var mine = new TreeMap<Long, Notice>(Comparator.reverseOrder());
        Audience.of(standing).forEach(audience -> newest.getOrDefault(audience, List.of()).stream()
                .filter(notice -> reader.wants(notice.kind(), channel) && !standing.person().equals(notice.causedBy()))
                .forEach(notice -> mine.put(notice.id(), notice)));
        return List.copyOf(mine.values());
    }
}
