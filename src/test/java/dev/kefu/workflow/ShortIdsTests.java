package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuTest
class ShortIdsTests {

    @Autowired
    DataSource database;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void giveNoIdTwiceOnSeveralNodes() throws Exception {
        var nodes = Stream.generate(() -> new ShortIds(database)).limit(3).toList();
        var threads = Executors.newFixedThreadPool(6);
        try {
            var taken = threads.invokeAll(IntStream.range(0, 6).mapToObj(each -> (Callable<List<String>>) () ->
                    Stream.generate(nodes.get(each % 3)::getNextId).limit(2500).toList()).toList());

            var all = new ArrayList<String>();
            for (var ids : taken) {
                all.addAll(ids.get());
            }
            assertThat(all).hasSize(15_000).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-z]{7}"));
        } finally {
            threads.shutdown();
        }
    }

    /** The engine asks within its command, over the connection whose transaction may come to nothing. */
    @Test
    void giveNoIdTwiceThoughTheTransactionThatAskedIsRolledBack() {
        var ids = new ShortIds(database);
        var taken = new ArrayList<String>();

        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(context -> {
                Stream.generate(ids::getNextId).limit(1500).forEach(taken::add);
                throw new IllegalStateException("Nothing came of it");
            })).hasMessage("Nothing came of it");
        }
        var afterRestart = new ShortIds(database);
        Stream.generate(ids::getNextId).limit(1500).forEach(taken::add);
        Stream.generate(afterRestart::getNextId).limit(1500).forEach(taken::add);

        assertThat(taken).hasSize(6000).doesNotHaveDuplicates();
    }

    @Test
    void areSortedAsTheyGrow() {
        var ids = LongStream.of(0, 9, 10, 35, 36, 1000, 1_000_000, 78_364_164_095L).mapToObj(ShortIds::shown).toList();

        assertThat(ids).isSorted().allMatch(id -> id.length() == 7);
    }
}
