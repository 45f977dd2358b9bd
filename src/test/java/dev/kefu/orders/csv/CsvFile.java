package dev.kefu.orders.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.stream.Collectors;

/** Writes import files for tests, row by row; each row is in order but for what a test changes. */
class CsvFile {

    static final String HEADER = "orderNumber,customerId,customerName,phone,email,province,city,street,postcode,channel,"
            + "currency,paidAt,deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,unitCost,"
            + "lineDiscount,weightGrams,courier,trackingNumber,shippedAt";

    private final StringBuilder text = new StringBuilder(HEADER).append('\n');

    /** Text as it stands. */
    CsvFile raw(String lines) {
        text.append(lines);
        return this;
    }

    /** @param changes titles and what stands in them, one after the other */
    CsvFile row(String orderNumber, int line, String... changes) {
        return raw(cells(orderNumber, line, changes) + "\n");
    }

    static String cells(String orderNumber, int line, String... changes) {
        var row = new EnumMap<Column, String>(Column.class);
        row.put(Column.ORDER_NUMBER, orderNumber);
        row.put(Column.CUSTOMER_ID, "C-" + orderNumber);
        row.put(Column.CUSTOMER_NAME, "王芳");
        row.put(Column.PHONE, "13800000001");
        row.put(Column.PROVINCE, "浙江省");
        row.put(Column.CITY, "杭州市");
        row.put(Column.STREET, "文三路 1 号");
        row.put(Column.CURRENCY, "CNY");
        row.put(Column.PAID_AT, "2026-11-01T10:00:00+08:00");
        row.put(Column.DELIVERED_AT, "2026-11-04T10:00:00+08:00");
        row.put(Column.FREIGHT, "10.00");
        row.put(Column.LINE, String.valueOf(line));
        row.put(Column.SKU, "SKU-" + line);
        row.put(Column.NAME, "保温杯 Thermos cup");
        row.put(Column.QUANTITY, "2");
        row.put(Column.UNIT_PRICE, "50.00");
        row.put(Column.COURIER, "YTO");
        row.put(Column.TRACKING_NUMBER, "T-" + orderNumber);
        row.put(Column.SHIPPED_AT, "2026-11-01T18:00:00+08:00");
        for (int i = 0; i < changes.length; i += 2) {
            row.put(Column.BY_TITLE.get(changes[i]), changes[i + 1]);
        }
        return Arrays.stream(Column.values()).map(column -> quoted(row.getOrDefault(column, "")))
                .collect(Collectors.joining(","));
    }

    String text() {
        return text.toString();
    }

    InputStream stream() {
        return stream(text());
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
