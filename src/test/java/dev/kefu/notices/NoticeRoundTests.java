package dev.kefu.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.workflow.Groups;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is news, for whom, and until when. */
class NoticeRoundTests extends NoticeTest {

    @Test
    void tellsAGroupOfANewTaskButNotThePersonWhoCausedIt() {
        var colleague = hire(Groups.RETURNS_SPECIALISTS);
        var goods = goods();

        look();

        var review = idOf(goods, "reviewReturn");
        assertThat(told("returns", review)).containsExactly("TASK_FOR_GROUP");
        assertThat(told(colleague, review)).containsExactly("TASK_FOR_GROUP");
        assertThat(told("agent", review)).isEmpty();
        assertThat(told("warehouse", review)).isEmpty();
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        look();
        var arrange = idOf(goods, "arrangeReturn");
        assertThat(told(colleague, arrange)).containsExactly("TASK_FOR_GROUP");
        assertThat(told("returns", arrange)).isEmpty();
    }

    @Test
    void saysWhichCaseAndOrderAndNothingAboutTheCustomer() {
        var goods = goods();

        look();

        var notice = page("returns").get("notices").get(0);
        assertThat(notice.get("caseNumber").asText()).isEqualTo(goods.number());
        assertThat(notice.get("orderNumber").asText()).isEqualTo(goods.json().get("orderNumber").asText());
        assertThat(notice.get("key").asText()).isEqualTo("reviewReturn");
        assertThat(notice.get("task").asText()).isEqualTo(goods.task("reviewReturn").get("name").asText());
        assertThat(notice.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "kind", "taskId", "key", "task",
                "caseNumber", "orderNumber", "dueAt", "at", "isRead");
        var chinese = kefu.as("returns").with("Accept-Language", "zh-CN").get("/api/notices").json();
        assertThat(chinese.at("/notices/0/task").asText()).containsPattern("\\p{IsHan}");
    }

    @Test
    void saysNothingOfWhatWasTakenOrDoneBefore() {
        var colleague = hire(Groups.RETURNS_SPECIALISTS);
        var taken = goods();
        var takenTask = idOf(taken, "reviewReturn");
        tasks.claim(takenTask, "returns");
        var done = goods();
        var doneTask = idOf(done, "reviewReturn");
        done.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "Too late."));

        look();

        assertThat(told(colleague, takenTask)).isEmpty();
        assertThat(told(colleague, doneTask)).isEmpty();
        assertThat(told("returns", doneTask)).isEmpty();
    }

    @Test
    void takesBackWhatSomebodyTookOrDid() {
        var colleague = hire(Groups.RETURNS_SPECIALISTS);
        var goods = goods();
        var review = idOf(goods, "reviewReturn");
        look();
        assertThat(told(colleague, review)).hasSize(1);

        kefu.as("returns").post("/engine-rest/task/" + review + "/claim", "{\"userId\": \"returns\"}");
        look();

        assertThat(told(colleague, review)).isEmpty();
        assertThat(told("returns", review)).as("Whoever took it knows").isEmpty();
        kefu.as("returns").post("/engine-rest/task/" + review + "/unclaim", "{}");
        look();
        assertThat(told(colleague, review)).containsExactly("TASK_FOR_GROUP");
        assertThat(told("returns", review)).as("Whoever gave it back knows").isEmpty();
        goods.done(colleague, "reviewReturn", Map.of("decision", "REJECT", "note", "Too late."));
        look();
        assertThat(told(colleague, review)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from task_watch where task_id = ?", Integer.class, review)).isZero();
    }

    @Test
    void tellsThePersonToWhomALeaderGivesATask() {
        var colleague = hire(Groups.RETURNS_SPECIALISTS);
        var review = idOf(goods(), "reviewReturn");
        look();

        var given = kefu.as("supervisor").post("/engine-rest/task/" + review + "/assignee",
                "{\"userId\": \"" + colleague + "\"}");
        look();

        assertThat(given.status()).as(given.body()).isEqualTo(204);
        assertThat(told(colleague, review)).containsExactly("TASK_FOR_ME");
        assertThat(told("returns", review)).isEmpty();
    }

    @Test
    void tellsNothingTwice() {
        var review = idOf(goods(), "reviewReturn");
        look();
        var before = page("returns");

        look();

        assertThat(page("returns")).isEqualTo(before);
        assertThat(told("returns", review)).hasSize(1);
    }

    @Test
    void losesNothingWhenARoundFails() {
        var review = idOf(goods(), "reviewReturn");

        transaction.executeWithoutResult(status -> {
            round.look();
            status.setRollbackOnly();
        });
        assertThat(told("returns", review)).isEmpty();
        look();

        assertThat(told("returns", review)).hasSize(1);
    }

    @Test
    void isDoneByOneNodeAtATime() throws Exception {
        var review = idOf(goods(), "reviewReturn");
        var isHeld = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var other = Executors.newSingleThreadExecutor();
        try {
            var round1 = other.submit(() -> transaction.executeWithoutResult(status -> {
                round.look();
                isHeld.countDown();
                await(mayEnd);
            }));
            await(isHeld);

            assertThat(round.look()).isFalse();

            assertThat(told("returns", review)).as("The other node has not finished").isEmpty();
            mayEnd.countDown();
            round1.get(30, TimeUnit.SECONDS);
            look();
            assertThat(told("returns", review)).hasSize(1);
        } finally {
            mayEnd.countDown();
            other.shutdown();
        }
    }

    @Test
    void tellsOfAnOverdueTaskOnceForEachDueDate() {
        var review = idOf(goods(), "reviewReturn");
        tasks.setDueDate(review, Date.from(MORNING.plusHours(1).toInstant()));
        look();
        assertThat(told("returns", review)).containsExactly("TASK_FOR_GROUP");

        at(MORNING.plusHours(1));
        look();
        look();

        assertThat(told("returns", review)).containsExactly("TASK_OVERDUE", "TASK_FOR_GROUP");
        at(MORNING.minusHours(1));
        look();
        at(MORNING.plusHours(2));
        look();
        assertThat(told("returns", review)).as("The clock was moved there and back")
                .containsExactly("TASK_OVERDUE", "TASK_FOR_GROUP");
        tasks.setDueDate(review, Date.from(MORNING.plusHours(5).toInstant()));
        look();
        assertThat(told("returns", review)).as("It is in time again").containsExactly("TASK_FOR_GROUP");
        at(MORNING.plusHours(6));
        look();
        assertThat(told("returns", review)).containsExactly("TASK_OVERDUE", "TASK_FOR_GROUP");
    }

    @Test
    void tellsOnlyThePersonWhoHasItThatATaskIsOverdue() {
        var review = idOf(goods(), "reviewReturn");
        var colleague = hire(Groups.RETURNS_SPECIALISTS);
        kefu.as("returns").post("/engine-rest/task/" + review + "/claim", "{\"userId\": \"returns\"}");
        tasks.setDueDate(review, Date.from(MORNING.plusHours(1).toInstant()));
        look();

        later(Duration.ofHours(2));
        look();

        assertThat(told("returns", review)).containsExactly("TASK_OVERDUE");
        assertThat(told(colleague, review)).isEmpty();
    }

    @Test
    void findsTasksWhileTheClockStandsBeforeTheOnesItHasSeen() {
        goods();
        look();
        at(MORNING.minusDays(30));
        var review = tasks.newTask();
        review.setName("Count goods");
        tasks.saveTask(review);
        tasks.addCandidateGroup(review.getId(), Groups.WAREHOUSE);

        look();

        assertThat(told("warehouse", review.getId())).containsExactly("TASK_FOR_GROUP");
        tasks.deleteTask(review.getId(), true);
    }

    @Test
    void tellsNobodyWhoHasLeftTheGroup() {
        var colleague = hire(Groups.RETURNS_SPECIALISTS, Groups.AGENTS);
        var review = idOf(goods(), "reviewReturn");
        look();
        assertThat(told(colleague, review)).hasSize(1);

        identity.deleteMembership(colleague, Groups.RETURNS_SPECIALISTS);

        assertThat(told(colleague, review)).isEmpty();
        identity.deleteMembership(colleague, Groups.AGENTS);
        assertThat(kefu.as(colleague).get("/api/notices").status()).isEqualTo(403);
        assertThat(kefu.as(colleague).get("/api/me/notices").status()).isEqualTo(403);
    }

    @Test
    void tellsSomebodyInTwoOfItsGroupsOnce() {
        var both = hire(Groups.RETURNS_SPECIALISTS, Groups.WAREHOUSE);
        var goods = goods().broughtBack();

        look();

        assertThat(told(both, idOf(goods, "inspectGoods"))).containsExactly("TASK_FOR_GROUP");
    }

    @Test
    void showsABoundedListOfAFloodAndCountsNoFurtherThanAnybodyReads() {
        flood(Groups.ORDER_CLERKS, 5000);
        try {
            look();

            var page = page("orderclerk");
            assertThat(page.get("unread").asInt()).isEqualTo(99);
            assertThat(page.get("more").asBoolean()).isTrue();
            assertThat(page.get("notices")).hasSize(50);
            assertThat(jdbc.queryForObject("select count(*) from notice", Integer.class)).isEqualTo(5000);
            var read = kefu.as("orderclerk").post("/api/notices/read", "{\"until\": " + page.get("latest") + "}").json();
            assertThat(read.get("unread").asInt()).isZero();
        } finally {
            drain();
        }
        look();
        assertThat(jdbc.queryForObject("select count(*) from notice", Integer.class)).isZero();
        assertThat(page("orderclerk").get("notices")).isEmpty();
    }

    @Test
    void asksTheDatabaseAsOftenForManyTasksAsForFew() {
        flood(Groups.ORDER_CLERKS, 3);
        var forFew = CountedStatements.during(round::look);
        flood(Groups.ORDER_CLERKS, 900);
        var forMany = CountedStatements.during(round::look);
        drain();
        var forGone = CountedStatements.during(round::look);
        var forNone = CountedStatements.during(round::look);

        assertThat(forFew).isPositive();
        assertThat(forMany).isEqualTo(forFew);
        assertThat(forGone).isLessThanOrEqualTo(forFew);
        assertThat(forNone).isEqualTo(4);
    }

    @Test
    void remembersHowFarSomebodyHasRead() {
        goods();
        look();
        var first = page("returns").get("latest").asLong();
        goods();
        look();
        assertThat(page("returns").get("unread").asInt()).isEqualTo(2);

        kefu.as("returns").post("/api/notices/read", "{\"until\": " + first + "}");

        assertThat(page("returns").get("unread").asInt()).isEqualTo(1);
        assertThat(page("returns").get("notices").findValues("isRead")).extracting(each -> each.asBoolean()).containsExactly(false, true);
        kefu.as("returns").post("/api/notices/read", "{\"until\": 0}");
        assertThat(page("returns").get("unread").asInt()).as("Nothing is unread again").isEqualTo(1);
        var wrong = kefu.as("returns").post("/api/notices/read", "{\"until\": 999999999}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/violations/0/field").asText()).isEqualTo("until");
    }

    @Test
    void obeysEachPersonsSwitches() {
        var colleague = hire(Groups.RETURNS_SPECIALISTS);
        var review = idOf(goods(), "reviewReturn");
        look();

        var off = kefu.as(colleague).put("/api/me/notices", "{\"switches\": [{\"kind\": \"TASK_FOR_GROUP\", \"page\": false}]}");

        assertThat(off.status()).as(off.body()).isEqualTo(200);
        assertThat(off.json().at("/switches/1/page").asBoolean()).isFalse();
        assertThat(off.json().at("/switches/0/page").asBoolean()).isTrue();
        assertThat(told(colleague, review)).isEmpty();
        assertThat(told("returns", review)).hasSize(1);
        kefu.as(colleague).put("/api/me/notices", "{\"switches\": [{\"kind\": \"TASK_FOR_GROUP\", \"page\": true}]}");
        assertThat(told(colleague, review)).hasSize(1);
    }

    @Test
    void refusesSwitchesOfNoKindOrOfOneTwice() {
        for (var switches : new String[] {"[{\"page\": true}]", "[{\"kind\": \"TASK_FOR_ME\"}, {\"kind\": \"TASK_FOR_ME\"}]",
                "[null]"}) {
            var answer = kefu.as("returns").put("/api/me/notices", "{\"switches\": " + switches + "}");

            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().at("/violations/0/field").asText()).endsWith(".kind");
        }
    }

    @Test
    void beginsWithWhatComesAfterTheFirstLook() {
        jdbc.update("update task_watch_state set began = false");
        var before = idOf(goods(), "reviewReturn");
        look();
        var after = idOf(goods(), "reviewReturn");

        look();

        assertThat(told("returns", before)).isEmpty();
        assertThat(told("returns", after)).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
