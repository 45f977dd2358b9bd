package dev.kefu.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kefu.cases.CaseQuery;
import dev.kefu.cases.CaseSearch;
import dev.kefu.cases.CaseStatus;
import dev.kefu.cases.FoundCase;
import dev.kefu.language.HouseWordsForTests;
import dev.kefu.shared.Forbidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class CaseTableTests {

    private static final CaseQuery ALL = new CaseQuery(null, null, null, null, null, null, null, null, false);

    private final CaseSearch search = mock(CaseSearch.class);
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final CaseTable table = new CaseTable(search, ALL, HouseWordsForTests.english());

    @Test
    void saysAtItsEndThatItBrokeOff() throws IOException {
        when(search.all(any(), any())).thenAnswer(asked -> {
            asked.<Consumer<List<FoundCase>>>getArgument(1).accept(List.of(new FoundCase("KF-2026-000001", "product-return",
                    CaseStatus.OPEN, null, "SO-1", "C-1", "agent", OffsetDateTime.parse("2026-11-22T10:00:00+08:00"), null, 1,
                    null, false)));
            throw new QueryTimeoutException("gone");
        });

        table.writeTo(() -> file);

        var lines = file.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("KF-2026-000001,");
        assertThat(lines.get(2)).contains("The file is not complete");
    }

    @Test
    void isNotBegunForThoseWhoAreRefused() {
        when(search.all(any(), any())).thenThrow(new Forbidden("Not for you."));

        assertThatThrownBy(() -> table.writeTo(() -> {
            throw new AssertionError("It was begun");
        })).isInstanceOf(Forbidden.class);
    }
}
