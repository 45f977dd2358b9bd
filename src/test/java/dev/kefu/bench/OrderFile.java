package dev.kefu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** A file of orders with two lines each, delivered two days before: one that the shop's system could send. */
class OrderFile {

    private static final String HEADER = "orderNumber,customerId,customerName,phone,email,province,city,street,"
            + "postcode,channel,currency,paidAt,deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,"
            + "unitCost,lineDiscount,weightGrams,courier,trackingNumber,shippedAt";

    /** Different ones on the first lines of the orders. */
    static final int ARTICLES = 500;

    private OrderFile() {
    }

    static String sku(int article) {
        return "SKU-" + (1000 + article);
    }

    static String orderNumber(int index) {
        return "SO-B%06d".formatted(index);
    }

    static Path write(int rows, LocalDate today) throws IOException {
        var file = Files.createTempFile("kefu-orders", ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.newLine();
            for (int index = 0; index < rows / 2; index++) {
                for (int line = 1; line <= 2; line++) {
                    out.write(row(index, line, today));
                    out.newLine();
                }
            }
        }
        return file;
    }

    /** The first line costs 600: more than an agent decides alone, so that a manager approves. */
    private static String row(int index, int line, LocalDate today) {
        var customer = "C%05d".formatted(index % 20_000);
        var order = String.join(",", orderNumber(index), customer, "\"客户 " + customer + "\"",
                "138" + (10_000_000 + index % 20_000), customer.toLowerCase(Locale.ROOT) + "@example.com",
                "浙江省", "杭州市", "文三路 " + index % 999 + " 号", "310012", "TMALL", "CNY",
                today.minusDays(5) + "T10:15:30+08:00", today.minusDays(2) + "T15:40:00+08:00", "12.00", "30.00");
        var goods = line == 1
                ? "1," + sku(index % ARTICLES) + ",\"Kettle, 1.7 l\",APPLIANCES,2,600.00,410.00,0.00,1400"
                : "2,SKU-" + (5000 + index % 500) + ",Filter,ACCESSORIES,1,35.50,18.00,0.00,120";
        return String.join(",", order, goods, "YTO", "YT%012d".formatted(index),
                today.minusDays(4) + "T18:00:00+08:00");
    }
}
