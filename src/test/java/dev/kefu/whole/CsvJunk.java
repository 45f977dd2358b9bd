package dev.kefu.whole;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Import files that are almost right: quotes, separators, encodings, numbers and cells that nobody expects. */
final class CsvJunk {

    private static final String HEADER = "orderNumber,customerId,customerName,phone,email,province,city,street,postcode,channel,"
            + "currency,paidAt,deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,unitCost,"
            + "lineDiscount,weightGrams,courier,trackingNumber,shippedAt";
    private static final String PAID = "2026-11-01T10:00:00+08:00";
    private static final List<String> CELLS = List.of("=1+1", "=HYPERLINK(\"http://a\",\"b\")", "@SUM(A1)", "+1", "-1", "1e9", "1,5", "１２",
            "0", "999999999", "9999999999999999", "0.0000000001", "\"", "\"\"", "a\"b", "a\nb", "\r", ",", ";", "\u0000", "\ufeff", "\ufffd",
            "x".repeat(300), "x".repeat(5000), "2026-02-30", "2026-11-01 10:00", "9999-99-99T00:00:00Z", "+999999999-01-01T00:00:00Z",
            "-999999999-12-31T00:00:00+18:00", "CNY", "JPY", "XXX", "cny");

    private final Junk junk;

    CsvJunk(Junk junk) {
        this.junk = junk;
    }

    byte[] file() {
        var rows = new ArrayList<String>();
        rows.add(junk.happens(95) ? HEADER : junk.damaged(HEADER));
        var order = "I-" + junk.random().nextInt(40);
        for (int line = 1; line <= 1 + junk.random().nextInt(6); line++) {
            if (junk.happens(20)) {
                order = "I-" + junk.random().nextInt(40);
            }
            rows.add(row(order, line));
        }
        var text = String.join(junk.oneOf(List.of("\n", "\n", "\n", "\r\n", "\r", "\n\n")), rows) + (junk.happens(80) ? "\n" : "");
        if (junk.happens(15)) {
            text = junk.damaged(text);
        }
        if (junk.happens(3)) {
            text += "\"" + "giant ".repeat(100_000 + junk.random().nextInt(200_000));
        }
        if (junk.happens(10)) {
            text = "\ufeff" + text;
        }
        return junk.happens(8) ? text.getBytes(junk.oneOf(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE,
                Charset.forName("GBK"), Charset.forName("UTF-32")))) : junk.bytes(text);
    }

    private String row(String order, int line) {
        var cells = new ArrayList<>(List.of(order, "C-" + order, "王芳", "13800000001", "", "浙江省", "杭州市", "文三路 1 号", "", "TMALL", "CNY",
                PAID, "2026-11-04T10:00:00+08:00", "10.00", "", String.valueOf(line), "SKU-" + line, "保温杯", "", "2", "50.00", "", "", "",
                "YTO", "T-" + order, PAID));
        for (int i = 0; i < cells.size(); i++) {
            if (junk.happens(2)) {
                cells.set(i, junk.happens(60) ? junk.oneOf(CELLS) : junk.text());
            }
        }
        if (junk.happens(3)) {
            cells.remove(junk.random().nextInt(cells.size()));
        }
        if (junk.happens(3)) {
            cells.add(junk.text());
        }
        return cells.stream().map(this::cell).collect(Collectors.joining(junk.happens(98) ? "," : ";"));
    }

    private String cell(String text) {
        var needsQuotes = text.matches("(?s).*[\",\r\n].*");
        return needsQuotes && junk.happens(80) || junk.happens(3) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
