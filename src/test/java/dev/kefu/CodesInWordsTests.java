package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.correspondence.LetterStatus;
import dev.kefu.orders.ShipmentFate;
import dev.kefu.parcels.domain.ChaseAnswer;
import dev.kefu.parcels.domain.ClaimResult;
import dev.kefu.parcels.domain.CustomerAnswer;
import dev.kefu.parcels.domain.HoldAction;
import dev.kefu.parcels.domain.ParcelDecision;
import dev.kefu.refunds.PayoutStatus;
import dev.kefu.refunds.RefundStatus;
import dev.kefu.returns.domain.Fate;
import dev.kefu.returns.domain.LossSettlement;
import dev.kefu.returns.domain.Reason;
import dev.kefu.returns.domain.RepairResult;
import dev.kefu.returns.domain.Resolution;
import dev.kefu.returns.domain.ReturnStatus;
import dev.kefu.returns.domain.ReviewDecision;
import dev.kefu.returns.domain.Settlement;
import dev.kefu.stock.GoodsCondition;
import dev.kefu.stockouts.StockOutOutcome;
import dev.kefu.stockouts.domain.Answer;
import dev.kefu.stockouts.domain.Delay;
import dev.kefu.stockouts.domain.DifferenceState;
import dev.kefu.stockouts.domain.PartFate;
import dev.kefu.stockouts.domain.StockOutCause;
import dev.kefu.stockouts.domain.StockOutStatus;
import dev.kefu.workflow.Groups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server tells pages codes, and the pages have the words: a code without any would be shown as it is. */
class CodesInWordsTests {

    private static final Path LABELS = Path.of("src/main/frontend/src/shared/labels.ts");
    private static final Pattern WRITTEN = Pattern.compile("\\.record(?:Fact)?\\([^;]*?\"([A-Z]+(?:_[A-Z]+)*_?)\"( \\+)?");
    /** What stands behind the beginning of a code. */
    private static final Map<String, Class<? extends Enum<?>>> ENDS = Map.ofEntries(
            Map.entry("RETURN_REVIEWED_", ReviewDecision.class), Map.entry("DIFFERENCE_SETTLED_", Settlement.class),
            Map.entry("GOODS_", RepairResult.class), Map.entry("PAYOUT_", PayoutStatus.class),
            Map.entry("CUSTOMER_ANSWERED_", Answer.class), Map.entry("COURIER_ASKED_", ChaseAnswer.class),
            Map.entry("CUSTOMER_ASKED_", CustomerAnswer.class), Map.entry("HOLD_OVER_", HoldAction.class),
            Map.entry("PARCEL_DECIDED_", ParcelDecision.class), Map.entry("CLAIM_", ClaimResult.class),
            Map.entry("EXCHANGE_", StockOutOutcome.class), Map.entry("LOSS_SETTLED_", LossSettlement.class));

    @Test
    void everyLineOfATimelineHasItsSentence() {
        var written = sources().flatMap(source -> WRITTEN.matcher(source).results())
                .flatMap(found -> found.group(2) == null ? Stream.of(found.group(1))
                        : names(ENDS.get(found.group(1))).stream().map(end -> found.group(1) + end))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written).hasSizeGreaterThan(35);
        assertThat(codesOf("timelineSentence")).containsAll(written);
    }

    @Test
    void everyStateHasItsWords() {
        assertThat(codesOf("returnStateName")).containsAll(names(ReturnStatus.class));
        assertThat(codesOf("fateName")).containsAll(names(Fate.class));
        assertThat(codesOf("refundStatusName")).containsAll(names(RefundStatus.class));
        assertThat(codesOf("payoutStatusName")).containsAll(names(PayoutStatus.class));
        assertThat(codesOf("shipmentFateName")).containsAll(names(ShipmentFate.class));
        assertThat(codesOf("stockOutStateName")).containsAll(names(StockOutStatus.class));
        assertThat(codesOf("partFateName")).containsAll(names(PartFate.class));
        assertThat(codesOf("outcomeName")).containsAll(names(StockOutOutcome.class));
        assertThat(codesOf("letterStatusName")).containsAll(names(LetterStatus.class));
    }

    @Test
    void everyChoiceHasItsWords() {
        assertThat(codesOf("choiceName")).containsAll(names(StockOutCause.class)).containsAll(names(Answer.class))
                .containsAll(names(Delay.class)).containsAll(names(DifferenceState.class));
        assertThat(codesOf("choiceName")).containsAll(names(Reason.class)).containsAll(names(Resolution.class))
                .containsAll(names(GoodsCondition.class)).containsAll(names(Settlement.class)).containsAll(names(RepairResult.class));
    }

    @Test
    void everyGroupHasItsName() {
        assertThat(codesOf("groupName")).containsAll(Groups.NAMES.keySet()).contains(Groups.ADMINISTRATORS);
    }

    /** The keys of the English half; that the Chinese one has the same is for the compiler to say. */
    private static Set<String> codesOf(String dictionary) {
        var labels = read(LABELS);
        var begin = labels.indexOf("export const " + dictionary + " = labels({");
        assertThat(begin).as(dictionary).isNotNegative();
        var english = labels.substring(labels.indexOf("en: {", begin) + 5, labels.indexOf("zh: {", begin));
        return Pattern.compile("'?([\\w-]+)'?: '").matcher(english).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Collection<String> names(Class<? extends Enum<?>> codes) {
        return Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
    }

    private static Stream<String> sources() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(CodesInWordsTests::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
