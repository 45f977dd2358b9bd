package dev.kefu.couriers.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kefu.couriers.RateView;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Couriers' tables as a file that a spreadsheet opens and {@link RateImport} reads. */
public final class RateExport {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RateExport() {
    }

    public static String of(List<RateView> rates) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (var table = CsvWriter.builder().build(text)) {
            table.writeRecord(Arrays.stream(RateColumn.values()).map(RateColumn::toString).toList());
            // No cell can be taken for a formula: names begin with a letter (RateCheck), and the rest are numbers and codes
            rates.forEach(rate -> table.writeRecord(cells(rate)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> cells(RateView rate) {
        var tariff = rate.tariff();
        return Stream.of(rate.courier(), rate.province(), rate.city(), rate.reached(),
                        tariff == null ? null : tariff.firstWeightGrams(), tariff == null ? null : tariff.firstFee().decimal(),
                        tariff == null ? null : tariff.stepGrams(), tariff == null ? null : tariff.stepFee().decimal(),
                        rate.days(), rate.source(), rate.asOf())
                .map(cell -> Objects.toString(cell, "")).toList();
    }
}
