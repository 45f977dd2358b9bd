package dev.kefu.language;

import static dev.kefu.shared.Language.EN;
import static dev.kefu.shared.Language.ZH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasebookTests {

    private final Phrasebook phrasebook = new Phrasebook(Map.ofEntries(
            Map.entry("Review the return", "审核退货"),
            Map.entry("Refund", "退款"),
            Map.entry("Repair", "维修"),
            Map.entry("Goods made to order are never taken back.", "定制商品不予退货。"),
            Map.entry("Only {left} of line {line} are left.", "第 {line} 行只剩 {left} 件。"),
            Map.entry("Line {line} is unknown.", "没有第 {line} 行。"),
            Map.entry("Line {line} is unknown to {shop}.", "{shop}没有第 {line} 行。"),
            Map.entry("Refused: {reason}", "已拒绝：{reason}"),
            Map.entry("The customer says \"{note}\" about it.", "客户对此表示“{note}”。"),
            Map.entry("{field} must be one of {choices}.", "{field} 必须是以下之一：{choices}。"),
            Map.entry("Reason: {{reason}}", "原因：{{reason}}"),
            Map.entry("**Verdict**", "**判定**")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Review the return                                  | 审核退货",
            "Only 2 of line 3 are left.                         | 第 3 行只剩 2 件。",
            "Line 7 is unknown to 天猫.                          | 天猫没有第 7 行。",
            "Refused: Goods made to order are never taken back. | 已拒绝：定制商品不予退货。",
            "decision must be one of Refund, Repair.            | decision 必须是以下之一：退款、维修。",
            "decision must be one of Refund, Loan.              | decision 必须是以下之一：Refund, Loan。",
            "Line 1 is unknown. Line 2 is unknown.              | 没有第 1 行。没有第 2 行。",
            "Line 1 is wrong. Line 2 is unknown.                | Line 1 is wrong. 没有第 2 行。",
            "Line 2 is unknown. Ask about it.                   | 没有第 2 行。Ask about it.",
            "Reason: {{reason}}                                 | 原因：{{reason}}",
            "'  Refund '                                        | '  退款 '",
    })
    void translatesWholesPhrasesAndSentences(String english, String chinese) {
        assertThat(phrasebook.in(ZH, english)).isEqualTo(chinese);
        assertThat(phrasebook.in(EN, english)).isEqualTo(english);
    }

    @Test
    void translatesLineByLineAndKeepsMarkdown() {
        var text = "**Verdict**\n\n- Refused: Goods made to order are never taken back.\n  2. Line 4 is unknown.\nWhat people wrote";

        assertThat(phrasebook.in(ZH, text)).isEqualTo("**判定**\n\n- 已拒绝：定制商品不予退货。\n  2. 没有第 4 行。\nWhat people wrote");
    }

    @Test
    void leavesTheWordsOfPeopleAlone() {
        assertThat(phrasebook.in(ZH, "The customer says \"Refund\" about it.")).isEqualTo("客户对此表示“Refund”。");
        assertThat(phrasebook.in(ZH, "The customer says \"It broke. Refund. Now!\" about it."))
                .isEqualTo("客户对此表示“It broke. Refund. Now!”。");
        assertThat(phrasebook.in(ZH, "The customer says \"It broke.\nRefund.\" about it.")).isEqualTo("客户对此表示“It broke.\nRefund.”。");
        assertThat(phrasebook.in(ZH, "My own label")).isEqualTo("My own label");
        assertThat(phrasebook.knows("My own label")).isFalse();
        assertThat(phrasebook.knows("Line 3 is unknown.")).isTrue();
    }

    @Test
    void isNotHeldUpByALongOrHostileText() {
        var phrases = new HashMap<String, String>();
        for (var i = 0; i < 2000; i++) {
            phrases.put("{a} of " + i + " and {b} of {c} or {d}.", "{d}{c}{b}{a}");
        }
        var large = new Phrasebook(phrases);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var text : new String[] {" of and".repeat(2500), "of 7 and . A ".repeat(1500), "a\n".repeat(9000), "x".repeat(3_000_000)}) {
                large.in(ZH, text);
            }
        });
    }
}
