package dev.kefu.whole;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order as a shop sends it; what is not said is left out. */
public final class Sale {

    static final String PHONE = "13800000001";

    private final Map<String, Object> order = new LinkedHashMap<>();
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final List<Map<String, Object>> parcels = new ArrayList<>();
    private String article = "SKU-";

    private Sale(OffsetDateTime paidAt) {
        order.put("customer", Map.of("id", "C-1", "name", "王芳", "phone", PHONE, "email", "fang@example.com",
                "address", Map.of("province", "浙江省", "city", "杭州市", "district", "西湖区", "street", "文三路 1 号",
                        "postcode", "310012")));
        order.put("channel", "TMALL");
        order.put("currency", "CNY");
        order.put("paidAt", paidAt.toString());
        order.put("freight", "10.00");
        order.put("lines", lines);
    }

    /** Paid a week before now, and delivered yesterday. */
    public static Sale delivered(OffsetDateTime now) {
        return new Sale(now.minusDays(400)).with("deliveredAt", now.minusDays(1).toString());
    }

    static Sale underWay(OffsetDateTime now) {
        return new Sale(now.minusDays(7));
    }

    public Sale with(String field, Object value) {
        order.put(field, value);
        return this;
    }

    /** The lines' SKUs are these letters and the number of the line. */
    public Sale articles(String prefix) {
        article = prefix;
        return this;
    }

    /** Lines are numbered in the order in which they are added. */
    public Sale line(int quantity, String unitPrice) {
        return line(quantity, unitPrice, null, "KITCHEN");
    }

    /** Goods of which the warehouse may have more. */
    Sale of(String sku, int quantity, String unitPrice) {
        return line(sku, quantity, unitPrice, null, "KITCHEN");
    }

    public Sale line(int quantity, String unitPrice, String discount, String category) {
        return line(article + (lines.size() + 1), quantity, unitPrice, discount, category);
    }

    private Sale line(String sku, int quantity, String unitPrice, String discount, String category) {
        var line = new LinkedHashMap<String, Object>();
        line.put("line", lines.size() + 1);
        line.put("sku", sku);
        line.put("name", "保温杯 " + (lines.size() + 1));
        line.put("category", category);
        line.put("quantity", quantity);
        line.put("unitPrice", unitPrice);
        line.put("unitCost", "1.00");
        if (discount != null) {
            line.put("discount", discount);
        }
        lines.add(line);
        return this;
    }

    /** So many units of a line left in a parcel of their own, which arrived. */
    Sale shipped(String trackingNumber, int line, int quantity) {
        parcels.add(Map.of("courier", "YTO", "trackingNumber", trackingNumber, "shippedAt", order.get("paidAt"),
                "deliveredAt", order.get("paidAt"), "lines", List.of(Map.of("line", line, "quantity", quantity))));
        return with("shipments", parcels);
    }

    public String json() {
        return Json.of(order);
    }
}
