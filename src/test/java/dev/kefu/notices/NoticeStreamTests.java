package dev.kefu.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.kefu.Caller;
import dev.kefu.shared.Language;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.HeldLogin;
import dev.kefu.workflow.Standing;
import dev.kefu.workflow.Standings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.lang.Nullable;

/** Pages that listen for news by HTTP. */
class NoticeStreamTests extends NoticeTest {

    @Autowired
    NoticeRows rows;

    @Autowired
    ReaderRows readers;

    @Autowired
    Noticeboard board;

    @Autowired
    Notices notices;

    @Autowired
    Standings standings;

    @Autowired
    NoticeSettings settings;

    @Test
    void tellsHowThingsAreAndThenWhatIsNew() throws Exception {
        try (var page = listen(kefu.as("returns"))) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualToIgnoringWhitespace("text/event-stream;charset=UTF-8");
            assertThat(page.header("Cache-Control")).contains("no-cache", "no-transform");
            assertThat(page.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(page.notices().get("unread").asInt()).isZero();

            var goods = goods();
            lookAndTell();

            var event = page.next();
            var now = event.json();
            assertThat(now.get("unread").asInt()).isEqualTo(1);
            assertThat(now.at("/notices/0/caseNumber").asText()).isEqualTo(goods.number());
            assertThat(now.get("news")).hasSize(1);
            assertThat(event.id()).isEqualTo(now.get("latest").asText());
            assertThat(now.get("now").asText()).endsWith("+08:00");
            kefu.as("returns").post(goods.taskPath("reviewReturn") + "/claim", "{\"userId\": \"returns\"}");
            lookAndTell();
            var after = page.notices();
            assertThat(after.get("unread").asInt()).isZero();
            assertThat(after.get("news")).isEmpty();
        }
    }

    @Test
    void saysNothingWhileThereIsNoNews() throws Exception {
        try (var agent = listen(kefu.as("agent")); var returns = listen(kefu.as("returns"))) {
            agent.notices();
            returns.notices();
            goods();

            lookAndTell();

            assertThat(returns.notices().get("unread").asInt()).isEqualTo(1);
            assertThat(agent.isSilent()).isTrue();
        }
    }

    @Test
    void goesOnWhereItWasCutOff() throws Exception {
        goods();
        look();
        var seen = page("returns").get("latest").asText();
        goods();
        look();
        var unseen = page("returns").get("latest").asLong();

        try (var again = listen(kefu.as("returns").with("Last-Event-ID", seen)); var anew = listen(kefu.as("returns"));
                var nonsense = listen(kefu.as("returns").with("Last-Event-ID", "x' or 1=1"))) {
            assertThat(again.notices().get("news")).extracting(each -> each.asLong()).containsExactly(unseen);
            assertThat(anew.notices().get("news")).isEmpty();
            assertThat(nonsense.notices().get("news")).isEmpty();
        }
    }

    @Test
    void tellsAllPagesOfAPersonWhatOneOfThemRead() throws Exception {
        goods();
        look();
        try (var one = listen(kefu.as("returns"))) {
            var now = one.notices();
            assertThat(now.get("unread").asInt()).isEqualTo(1);

            kefu.as("returns").post("/api/notices/read", "{\"until\": " + now.get("latest") + "}");
            streams.look();

            assertThat(one.notices().get("unread").asInt()).isZero();
        }
    }

    @Test
    void endsWithTheSession() throws Exception {
        var person = hire(Groups.RETURNS_SPECIALISTS);
        var browser = Caller.inTasklist(kefu.port(), person);
        try (var page = listen(browser)) {
            page.notices();
            streams.look();
            assertThat(page.isSilent()).isTrue();

            browser.post("/camunda/api/admin/auth/user/default/logout", "");
            streams.look();

            assertThat(page.next().json().get("why").asText()).isEqualTo("LOGIN");
            page.ends();
        }
    }

    @Test
    void endsWithThePasswordTheAccountAndTheGroups() throws Exception {
        var changes = hire(Groups.RETURNS_SPECIALISTS);
        var goes = hire(Groups.RETURNS_SPECIALISTS);
        var loses = hire(Groups.RETURNS_SPECIALISTS);
        try (var first = listen(kefu.as(changes)); var second = listen(kefu.as(goes)); var third = listen(kefu.as(loses))) {
            first.notices();
            second.notices();
            third.notices();

            accounts.setPassword(changes, "another-" + changes);
            identity.deleteUser(goes);
            identity.deleteMembership(loses, Groups.RETURNS_SPECIALISTS);
            streams.look();

            for (var page : List.of(first, second, third)) {
                assertThat(page.next().name()).isEqualTo("end");
                page.ends();
            }
        }
    }

    @Test
    void isForTheDepartmentsStaffOnly() throws Exception {
        try (var anonymous = listen(kefu.anonymous()); var stranger = listen(kefu.as(hire()))) {
            assertThat(anonymous.status()).isEqualTo(401);
            assertThat(stranger.status()).isEqualTo(403);
        }
    }

    @Test
    void endsTheOldestPageOfWhoOpensTooMany() throws Exception {
        var person = hire(Groups.RETURNS_SPECIALISTS);
        var pages = new ArrayList<Listening>();
        try {
            for (int i = 0; i < settings.streamsPerPerson() + 1; i++) {
                pages.add(listen(kefu.as(person)));
                pages.get(i).notices();
            }

            assertThat(pages.get(0).next().json().get("why").asText()).isEqualTo("REPLACED");
            pages.get(0).ends();
            streams.look();
            assertThat(streams.size()).isEqualTo(settings.streamsPerPerson());
            assertThat(pages.get(1).isSilent()).isTrue();
        } finally {
            for (var page : pages) {
                page.close();
            }
        }
    }

    @Test
    void saysFromTimeToTimeThatItIsThere() {
        var time = new AtomicLong();
        var own = new NoticeStreams(rows, readers, board, notices, standings, settings, time::get);
        var page = new Recorded("returns");
        own.add(page, new Notices.Page(0, false, 0, List.of()), null);

        own.beat();
        assertThat(page.heard).doesNotContain("beat");
        time.set(15_000_000_000L);
        own.beat();
        own.beat();

        assertThat(page.heard).containsOnlyOnce("beat");
    }

    @Test
    void asksTheDatabaseAsOftenForManyPagesAsForOne() {
        var one = new NoticeStreams(rows, readers, board, notices, standings, settings);
        var many = new NoticeStreams(rows, readers, board, notices, standings, settings);
        one.add(new Recorded("returns"), new Notices.Page(0, false, 0, List.of()), null);
        for (var person : List.of("returns", "agent", "warehouse", "finance", "supervisor", "junior", "manager", "technician")) {
            many.add(new Recorded(person), new Notices.Page(0, false, 0, List.of()), null);
            many.add(new Recorded(person), new Notices.Page(0, false, 0, List.of()), null);
        }

        var forOne = CountedStatements.during(one::look);
        var forMany = CountedStatements.during(many::look);
        var withoutNews = CountedStatements.during(many::look);

        assertThat(forOne).isEqualTo(6);
        assertThat(forMany).isEqualTo(6);
        assertThat(withoutNews).isEqualTo(5);
    }

    @Test
    void forgetsPagesThatAreGone() {
        var own = new NoticeStreams(rows, readers, board, notices, standings, settings);
        var page = new Recorded("returns");
        own.add(page, new Notices.Page(0, false, 0, List.of()), null);
        page.isGone = true;

        own.look();

        assertThat(own.size()).isZero();
    }

    @Test
    void keepsAPageThatComesWhileItLooksWhoMayStillListen() {
        var late = new Recorded("returns");
        var own = new AtomicReference<NoticeStreams>();
        var slow = mock(Standings.class, invocation -> {
            own.get().add(late, new Notices.Page(0, false, 0, List.of()), null);
            return standings.of(invocation.<Collection<String>>getArgument(0));
        });
        own.set(new NoticeStreams(rows, readers, board, notices, slow, settings));
        own.get().add(new Recorded("agent"), new Notices.Page(0, false, 0, List.of()), null);

        own.get().look();

        assertThat(late.heard).doesNotContain("end");
        assertThat(own.get().size()).isEqualTo(2);
    }

    @Test
    void letsAPageThatWasEndedHearBeatsUntilItIsGone() {
        var time = new AtomicLong();
        var own = new NoticeStreams(rows, readers, board, notices, standings, settings, time::get);
        var page = new Recorded("returns");
        own.add(page, new Notices.Page(0, false, 0, List.of()), null);

        own.endAll();
        time.set(15_000_000_000L);
        own.beat();

        assertThat(own.size()).isZero();
        assertThat(page.heard).containsExactly("notices", "end", "beat");
        page.isGone = true;
        own.look();
        time.set(30_000_000_000L);
        own.beat();
        assertThat(page.heard).containsExactly("notices", "end", "beat");
    }

    private Listening listen(Caller caller) {
        return Listening.with(kefu.port(), caller);
    }

    private void lookAndTell() {
        look();
        streams.look();
    }

    /** A page that writes down what it hears. */
    private static final class Recorded implements NoticeListener {

        private final String person;
        private final List<String> heard = new ArrayList<>();
        private boolean isGone;

        private Recorded(String person) {
            this.person = person;
        }

        @Override
        public HeldLogin login() {
            return new HeldLogin() {

                @Override
                public String person() {
                    return person;
                }

                @Override
                public boolean isOver(@Nullable Standing now) {
                    return false;
                }
            };
        }

        @Override
        public Language language() {
            return Language.EN;
        }

        @Override
        public void tell(Notices.Page now, List<Long> news) {
            heard.add("notices");
        }

        @Override
        public void beat() {
            heard.add("beat");
        }

        @Override
        public void end(Ending why) {
            heard.add("end");
        }

        @Override
        public boolean isGone() {
            return isGone;
        }
    }
}
