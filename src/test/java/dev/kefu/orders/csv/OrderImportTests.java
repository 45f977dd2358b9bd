package dev.kefu.orders.csv;

import static dev.kefu.orders.csv.CsvFile.cells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kefu.KefuTest;
import dev.kefu.TestDatabase;
import dev.kefu.customers.Customers;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.orders.csv.ImportReport.Refused;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@KefuTest
class OrderImportTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    OrderImport orderImport;

    @Autowired
    Orders orders;

    @Autowired
    Customers customers;

    @Autowired
    JdbcTemplate jdbc;

    private String a;
    private String b;

    @BeforeEach
    void takeNewOrderNumbers() {
        a = "I-" + NUMBERS.incrementAndGet();
        b = "I-" + NUMBERS.incrementAndGet();
    }

    @Test
    void storesAnOrderOfSeveralRowsOnceAndRecognisesItUnchanged() throws IOException {
        var file = new CsvFile().row(a, 1).row(a, 2, "unitPrice", "900", "quantity", "1", "lineDiscount", "0.50")
                .row(b, 1);

        var first = orderImport.run(file.stream());
        var again = orderImport.run(file.stream());

        assertThat(first).isEqualTo(new ImportReport(3, 3, 0, List.of(), 0, 2, 0, 0));
        assertThat(again).isEqualTo(new ImportReport(3, 0, 3, List.of(), 0, 0, 2, 0));
        var order = orders.find(a).orElseThrow();
        assertThat(order.paid()).isEqualTo(Money.cny("1009.50"));
        assertThat(order.consignee().name()).isEqualTo("王芳");
        assertThat(order.shipments()).singleElement().extracting(OrderView.Shipment::lines)
                .isEqualTo(List.of(new LineQuantity(1, 2), new LineQuantity(2, 1)));
        assertThat(order.line(1).orElseThrow().deliveredAt()).isEqualTo(Instant.parse("2026-11-04T02:00:00Z"));
    }

    @Test
    void changesWhatTheFileTellsAnew() throws IOException {
        orderImport.run(new CsvFile().row(a, 1).row(b, 1).stream());

        var report = orderImport.run(new CsvFile().row(a, 1, "quantity", "3").row(b, 1).stream());

        assertThat(report.stored()).isOne();
        assertThat(report.unchanged()).isOne();
        assertThat(orders.find(a).orElseThrow().line(1).orElseThrow().quantity()).isEqualTo(3);
    }

    @Test
    void refusesTheOrderOfABadRowAndNoOther() throws IOException {
        var report = orderImport.run(new CsvFile().row(a, 1).row(a, 2, "quantity", "two").row(b, 1).stream());

        assertThat(report.refused()).containsExactly(
                new Refused(3, "Column quantity says \"two\", which is no whole number."));
        assertThat(report).returns(3L, ImportReport::read).returns(1L, ImportReport::stored)
                .returns(2L, ImportReport::refusedRows).returns(1L, ImportReport::refusedOrders);
        assertThat(orders.find(a)).isEmpty();
        assertThat(orders.find(b)).isPresent();
    }

    @Test
    void readsColumnsInAnyOrderWithByteOrderMarkAndCarriageReturns() throws IOException {
        var titles = new ArrayList<>(Arrays.asList(CsvFile.HEADER.split(",")));
        var values = new ArrayList<>(Arrays.asList(cells(a, 1).split(",", -1)));
        Collections.reverse(titles);
        Collections.reverse(values);

        var report = orderImport.run(CsvFile.stream(
                "\uFEFF" + String.join(" , ", titles) + "\r\n\r\n" + String.join(",", values) + "\r\n,,,\r\n"));

        assertThat(report).isEqualTo(new ImportReport(1, 1, 0, List.of(), 0, 1, 0, 0));
    }

    @Test
    void keepsQuotedCellsWithCommasQuotesAndLineBreaks() throws IOException {
        var report = orderImport.run(new CsvFile()
                .row(a, 1, "street", "文三路 1 号,\n\"东\" 楼", "name", "Cup, \"large\"")
                .row(b, 1, "quantity", "-1").stream());

        assertThat(orders.find(a).orElseThrow().consignee().address().street()).isEqualTo("文三路 1 号, \"东\" 楼");
        assertThat(orders.find(a).orElseThrow().line(1).orElseThrow().name()).isEqualTo("Cup, \"large\"");
        assertThat(report.refused()).extracting(Refused::row).containsExactly(4L);
    }

    @Test
    void refusesAHeaderThatIsNotTheAgreedOne() {
        var header = CsvFile.HEADER.replace("phone", "telephone").replace("email", "city").replace("sku,", "");

        var refusal = catchThrowableOfType(RuleViolation.class,
                () -> orderImport.run(CsvFile.stream(header + "\n" + cells(a, 1) + "\n")));

        assertThat(refusal.violations()).extracting(Violation::message).containsExactly(
                "Nobody knows a column \"telephone\".", "Column city stands there twice.", "Column phone is missing.",
                "Column email is missing.", "Column sku is missing.");
        assertThat(orders.find(a)).isEmpty();
        assertThat(catchThrowableOfType(RuleViolation.class, () -> orderImport.run(CsvFile.stream("")))).isNotNull();
    }

    @Test
    void refusesRaggedRows() throws IOException {
        var report = orderImport.run(new CsvFile().raw(cells(a, 1) + ",one too many\n").raw(b + ",C-1\n").stream());

        assertThat(report.refused()).containsExactly(
                new Refused(2, "It has 28 cells, and the header has 27."),
                new Refused(3, "It has 2 cells, and the header has 27."));
    }

    @Test
    void refusesRowsThatAreNotUtf8InsteadOfManglingThem() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new CsvFile().row(a, 1).text().getBytes(StandardCharsets.UTF_8));
        bytes.write((cells(b, 1) + "\n").getBytes(Charset.forName("GBK")));

        var report = orderImport.run(new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(report.stored()).isOne();
        assertThat(report.refused()).containsExactly(new Refused(3, "It has signs that are not written in UTF-8."));
        assertThat(orders.find(b)).isEmpty();
    }

    @Test
    void refusesTimesThatDoNotExistAndReadsLocalOnesInTheShopsZone() throws IOException {
        var report = orderImport.run(new CsvFile()
                .row(a, 1, "paidAt", "2026-11-01 10:00:00", "deliveredAt", "2026-11-04T03:00:00Z")
                .row(b, 1, "paidAt", "2026-02-30T10:00:00+08:00")
                .row(b + "B", 1, "paidAt", "yesterday")
                .row(b + "C", 1, "paidAt", "")
                .row(b + "D", 1, "deliveredAt", "2026-10-31T10:00:00+08:00").stream());

        assertThat(orders.find(a).orElseThrow().paidAt()).isEqualTo(Instant.parse("2026-11-01T02:00:00Z"));
        assertThat(orders.find(a).orElseThrow().line(1).orElseThrow().deliveredAt())
                .isEqualTo(Instant.parse("2026-11-04T03:00:00Z"));
        assertThat(report.refused()).extracting(Refused::row).containsExactly(3L, 4L, 5L, 6L);
        assertThat(report.refused().get(3).reason()).contains("before it was shipped");
    }

    @Test
    void takesTheSameMomentInTwoOffsetsAsTheSame() throws IOException {
        var report = orderImport.run(new CsvFile().row(a, 1, "paidAt", "2026-11-01T10:00:00+08:00", "freight", "10")
                .row(a, 2, "paidAt", "2026-11-01T03:00:00+01:00", "freight", "10.00").stream());

        assertThat(report.stored()).isEqualTo(2);
    }

    @Test
    void refusesNegativeAmountsTooManyDecimalsUnknownCurrenciesAndDuplicateLines() throws IOException {
        var report = orderImport.run(new CsvFile()
                .row(a, 1, "unitPrice", "-1.00")
                .row(a + "B", 1, "unitPrice", "1.005")
                .row(a + "C", 1, "currency", "RMB")
                .row(a + "D", 1).row(a + "D", 1)
                .row(a + "E", 1, "unitPrice", "1,000.00")
                .row(a + "F", 1, "lineDiscount", "100.01")
                .row(a + "G", 1, "orderDiscount", "100.01")
                .row(a + "H", 1, "quantity", "0")
                .row(b, 1, "currency", "JPY", "unitPrice", "1000", "freight", "0").stream());

        assertThat(report.refused()).extracting(Refused::row).containsExactly(2L, 3L, 4L, 6L, 7L, 8L, 9L, 10L);
        assertThat(report.refused()).extracting(Refused::reason).containsExactly(
                "Line 1: the unit price is negative.", "Line 1: the unit price has more decimals than CNY (2).",
                "RMB is no currency; expected is a code such as CNY.", "Line \"1\" of the order stands on line 5 of the file already.",
                "Column unitPrice says \"1,000.00\", which is no amount such as 12.50.",
                "Line 1: the discount of 100.01 is more than the 100.00 that the goods cost.",
                "The order's discount of 100.01 is more than the 100.00 that its goods cost.",
                "Line 1 has a quantity of 0; it must be from 1 to 1000000.");
        assertThat(report.storedOrders()).isOne();
    }

    @Test
    void namesTheColumnInWhichRowsOfAnOrderDisagree() throws IOException {
        var report = orderImport.run(new CsvFile().row(a, 1).row(b, 1).row(a, 2, "customerName", "王方").stream());

        assertThat(report.refused()).containsExactly(new Refused(4,
                "Column customerName says something else than on line 2, for the same order."));
        assertThat(orders.find(a)).isEmpty();
    }

    @Test
    void saysWhatTheRowsSayWhereItTellsNothingOfTheCustomer() throws IOException {
        var report = orderImport.run(new CsvFile().row(a, 1).row(a, 2, "channel", "JD").stream());

        assertThat(report.refused().get(0).reason()).contains("Column channel says \"JD\", but nothing on line 2");
    }

    @Test
    void letsEachOrderSpellItsCustomerAndTheFileFollowTheNewest() throws IOException {
        var id = "C-" + a;
        orderImport.run(new CsvFile()
                .row(a, 1, "customerId", id, "customerName", "王方", "paidAt", "2026-11-02T10:00:00+08:00",
                        "shippedAt", "2026-11-02T18:00:00+08:00")
                .row(b, 1, "customerId", id, "customerName", "王芳").stream());

        assertThat(orders.find(a).orElseThrow().consignee().name()).isEqualTo("王方");
        assertThat(orders.find(b).orElseThrow().consignee().name()).isEqualTo("王芳");
        assertThat(customers.find(id).orElseThrow().contact().name()).isEqualTo("王方");
        assertThat(customers.find(id).orElseThrow().knownSince()).isEqualTo(Instant.parse("2026-11-01T02:00:00Z"));
    }

    @Test
    void makesOneOrderOfRowsThatStandApart() throws IOException {
        var file = new CsvFile().row(a, 1);
        for (int i = 0; i < 1_500; i++) {
            file.row(a + "-" + i, 1);
        }
        var report = orderImport.run(file.row(a, 2).stream());

        assertThat(report.storedOrders()).isEqualTo(1_501);
        assertThat(orders.find(a).orElseThrow().lines()).hasSize(2);
    }

    @Test
    void refusesAnOrderOfMoreLinesThanAnyHas() throws IOException {
        var file = new CsvFile().row(a, 1);
        for (int i = 1; i <= 1_001; i++) {
            file.row(b, i);
        }

        var report = orderImport.run(file.stream());

        assertThat(report).returns(1L, ImportReport::stored).returns(1_001L, ImportReport::refusedRows)
                .returns(1L, ImportReport::refusedOrders);
    }

    @Test
    void refusesRowsWithoutAnOrderNumber() throws IOException {
        var report = orderImport.run(new CsvFile().row("", 1).row(a, 1).stream());

        assertThat(report.refused()).containsExactly(new Refused(2, "It names no order."));
        assertThat(report).returns(2L, ImportReport::read).returns(1L, ImportReport::stored)
                .returns(1L, ImportReport::refusedRows);
    }

    @Test
    void tellsShipmentsApartByTheirTrackingNumbers() throws IOException {
        orderImport.run(new CsvFile().row(a, 1).row(a, 2, "trackingNumber", "T-2", "deliveredAt", "")
                .row(a, 3, "trackingNumber", "", "courier", "", "shippedAt", "", "deliveredAt", "").stream());
        var report = orderImport.run(new CsvFile().row(b, 1).row(b, 2, "courier", "ZTO").stream());

        var order = orders.find(a).orElseThrow();
        assertThat(order.shipments()).extracting(OrderView.Shipment::trackingNumber).containsExactly("T-2", "T-" + a);
        assertThat(order.lines()).extracting(OrderView.Line::deliveredQuantity).containsExactly(2, 0, 0);
        assertThat(report.refused()).containsExactly(new Refused(3,
                "Column courier says \"ZTO\", but \"YTO\" on line 2, for the same order."));
    }

    @Test
    void takesADeliveryWithoutShipmentAsTheOrdersOwnUnlessAnotherIsUnderWay() throws IOException {
        var unshipped = new String[] {"trackingNumber", "", "courier", "", "shippedAt", ""};

        var report = orderImport.run(new CsvFile().row(a, 1, unshipped)
                .row(b, 1, unshipped).row(b, 2, "deliveredAt", "")
                .row(b + "B", 1, "trackingNumber", "").stream());

        assertThat(orders.find(a).orElseThrow().line(1).orElseThrow().deliveredQuantity()).isEqualTo(2);
        assertThat(report.refused()).extracting(Refused::row).containsExactly(3L, 5L);
    }

    @Test
    void losesOnlyTheLineOfAQuoteThatIsNeverClosed() throws IOException {
        var stray = cells(b, 2).replace("保温杯", "\"保温杯");

        var report = orderImport.run(new CsvFile().row(b, 1).raw(stray + "\n").row(a, 1).row(b, 3).stream());

        assertThat(report).returns(4L, ImportReport::read).returns(1L, ImportReport::stored)
                .returns(3L, ImportReport::refusedRows);
        assertThat(report.refused()).singleElement().returns(3L, Refused::row);
        assertThat(orders.find(a)).isPresent();
        assertThat(orders.find(b)).isEmpty();
    }

    @Test
    void losesOnlyTheLineOfAQuoteInTheWrongPlaceAlsoBetweenOtherQuotes() throws IOException {
        var stray = cells(b, 1).replace("保温杯", "\"保温杯\" or");

        var report = orderImport.run(new CsvFile().raw(stray + "\n").row(a, 1, "street", "one,\ntwo")
                .row(a, 2, "street", "one,\ntwo").stream());

        assertThat(report.refused()).singleElement().returns(2L, Refused::row);
        assertThat(report.stored()).isEqualTo(2);
    }

    @Test
    void refusesAFileFullOfStrayQuotesBeforeItStoresAnything() {
        var file = new CsvFile().row(a, 1);
        for (int i = 0; i < 101; i++) {
            file.raw(cells(b, 1 + i).replace("保温杯", "\"保温杯\" or") + "\n");
        }

        assertThat(catchThrowableOfType(RuleViolation.class, () -> orderImport.run(file.stream()))).isNotNull();
        assertThat(orders.find(a)).isEmpty();
    }

    @Test
    void refusesAnUpdateBelowWhatWasClaimed() throws IOException {
        orderImport.run(new CsvFile().row(a, 1).stream());
        orders.claimUnits(a, CaseNumber.of(2026, 1), List.of(new LineQuantity(1, 2)));

        var report = orderImport.run(new CsvFile().row(a, 1, "quantity", "1").stream());

        assertThat(report.refused()).singleElement().extracting(Refused::reason).asString().contains("are claimed");
    }

    @Test
    void reportsTheFirstThousandRefusedRowsAndCountsThemAll() throws IOException {
        var file = new CsvFile();
        for (int i = 0; i < 1_200; i++) {
            file.row(a + "-" + i, 1, "quantity", "0");
        }

        var report = orderImport.run(file.stream());

        assertThat(report.refused()).hasSize(1_000).first().returns(2L, Refused::row);
        assertThat(report.refused().get(999).row()).isEqualTo(1_001);
        assertThat(report.refusedRows()).isEqualTo(1_200);
    }

    @Test
    void importsALargeFileInASmallHeapAndTwiceChangesNothing() throws IOException {
        // On H2 the database itself lies in the heap of the tests.
        var rows = TestDatabase.isPostgres() ? 100_000 : 20_000;
        var file = LargeFile.of(rows);

        var first = orderImport.run(Files.newInputStream(file));
        var again = orderImport.run(Files.newInputStream(file));

        assertThat(first).isEqualTo(new ImportReport(rows, rows, 0, List.of(), 0, rows / 2, 0, 0));
        assertThat(again).isEqualTo(new ImportReport(rows, 0, rows, List.of(), 0, 0, rows / 2, 0));
    }
}
