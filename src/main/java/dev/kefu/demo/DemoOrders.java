package dev.kefu.demo;

import dev.kefu.customers.Contact;
import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderDraft;
import dev.kefu.orders.Orders;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** A few weeks of a small shop: orders that are new, under way, just delivered and long delivered. */
@Component
@Profile("demo")
class DemoOrders {

    private static final int UNDER_WAY = -1;

    private final Orders orders;
    private final Clock clock;

    DemoOrders(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    boolean areThere() {
        return orders.find("SO-1001").isPresent();
    }

    void store() {
        sell("SO-1001", wang(), 2, "10.00", null, line(1, "CUP-350", "保温杯 350ml", "KITCHEN", 3, "59.00", "21.00"),
                line(2, "KETTLE-17", "电热水壶 1.7L", "APPLIANCE", 1, "299.00", "138.00"));
        sell("SO-1002", li(), 3, "0.00", "30.00", line(1, "COAT-M-RED", "羊毛大衣 红色 M", "CLOTHING", 1, "899.00", "410.00"),
                line(2, "SCARF-01", "羊绒围巾", "CLOTHING", 2, "168.00", "70.00"));
        sell("SO-1003", zhang(), 1, "12.00", null, line(1, "PHONE-128", "智能手机 128GB", "ELECTRONICS", 1, "2999.00", "2380.00"));
        sell("SO-1004", chen(), 10, "8.00", null, line(1, "SHOE-42", "运动鞋 42 码", "CLOTHING", 1, "329.00", "150.00"));
        sell("SO-1005", liu(), 5, "0.00", "15.00", line(1, "TEA-250", "龙井茶 250g", "PERISHABLE", 2, "128.00", "60.00"),
                line(2, "POT-01", "紫砂茶壶", "KITCHEN", 1, "260.00", "120.00"));
        sell("SO-1006", zhao(), 40, "10.00", null, line(1, "LAMP-02", "护眼台灯", "APPLIANCE", 2, "149.00", "66.00"));
        sell("SO-1007", wang(), UNDER_WAY, "10.00", null, line(1, "CHAIR-01", "人体工学椅", "FURNITURE", 1, "799.00", "420.00"));
        sell("SO-1008", sun(), 6, "0.00", "100.00", line(1, "LAPTOP-14", "笔记本电脑 14 寸", "ELECTRONICS", 1, "5999.00", "5100.00"),
                line(2, "MOUSE-01", "无线鼠标", "ELECTRONICS", 3, "99.00", "38.00"));
        sell("SO-1009", li(), 0, "6.00", null, line(1, "RING-C", "定制戒指", "MADE_TO_ORDER", 1, "1280.00", "640.00"));
        sell("SO-1010", zhang(), 4, "10.00", null, line(1, "BOWL-6", "骨瓷碗 6 只装", "KITCHEN", 4, "88.00", "35.00"));
        sell("SO-1011", chen(), 12, "10.00", null, line(1, "FAN-01", "空气循环扇", "APPLIANCE", 1, "269.00", "130.00"));
        sell("SO-1012", liu(), 7, "0.00", null, line(1, "BAG-BK", "真皮手提包 黑色", "CLOTHING", 1, "1599.00", "720.00"));
        storeLateOnes();
        storeUndeliverableOnes();
    }

    /** Paid, and not sent: some of it is sold out. */
    private void storeLateOnes() {
        order("SO-1013", wang(), "10.00", line(1, "SHOE-43", "运动鞋 43 码", "CLOTHING", 1, "329.00", "150.00"));
        order("SO-1014", li(), "0.00", line(1, "COAT-S-RED", "羊毛大衣 红色 S", "CLOTHING", 1, "899.00", "410.00"),
                line(2, "SCARF-01", "羊绒围巾", "CLOTHING", 1, "168.00", "70.00"));
        order("SO-1015", zhang(), "10.00", line(1, "FAN-01", "空气循环扇", "APPLIANCE", 1, "269.00", "130.00"));
        order("SO-1016", zhao(), "10.00", line(1, "MOUSE-01", "无线鼠标", "ELECTRONICS", 2, "99.00", "38.00"));
        order("SO-1017", chen(), "8.00", line(1, "SHOE-43", "运动鞋 43 码", "CLOTHING", 1, "329.00", "150.00"));
    }

    /** On their way to customers whom the courier does not reach. */
    private void storeUndeliverableOnes() {
        sell("SO-1018", zhang(), UNDER_WAY, "10.00", null, line(1, "LAMP-02", "护眼台灯", "APPLIANCE", 1, "149.00", "66.00"));
        sell("SO-1019", liu(), UNDER_WAY, "0.00", null, line(1, "BOWL-6", "骨瓷碗 6 只装", "KITCHEN", 1, "88.00", "35.00"));
        sell("SO-1020", chen(), UNDER_WAY, "8.00", null, line(1, "CUP-500", "保温杯 500ml", "KITCHEN", 2, "69.00", "25.00"));
        sell("SO-1021", wang(), UNDER_WAY, "10.00", null, line(1, "SCARF-01", "羊绒围巾", "CLOTHING", 1, "168.00", "70.00"));
        sell("SO-1022", zhao(), UNDER_WAY, "10.00", null, line(1, "KETTLE-17", "电热水壶 1.7L", "APPLIANCE", 1, "299.00", "138.00"));
    }

    private void order(String number, Customer customer, String freight, OrderDraft.Line... lines) {
        orders.store(new OrderDraft(number, customer.id(), customer.contact(), "TMALL", "CNY", daysAgo(1, LocalTime.of(14, 30)), null,
                new BigDecimal(freight), null, List.of(lines), List.of()));
    }

    private void sell(String number, Customer customer, int deliveredDaysAgo, String freight, @Nullable String discount,
            OrderDraft.Line... lines) {
        var delivered = deliveredDaysAgo == UNDER_WAY ? null : daysAgo(deliveredDaysAgo, LocalTime.of(11, 20));
        var days = Math.max(deliveredDaysAgo, 0);
        var units = new ArrayList<LineQuantity>();
        List.of(lines).forEach(line -> units.add(new LineQuantity(line.line(), line.quantity())));
        orders.store(new OrderDraft(number, customer.id(), customer.contact(), "TMALL", "CNY",
                daysAgo(days + 4, LocalTime.of(10, 5)), null, new BigDecimal(freight),
                discount == null ? null : new BigDecimal(discount), List.of(lines),
                List.of(new OrderDraft.Shipment("YTO", "YT" + number.substring(3) + "2026", daysAgo(days + 3, LocalTime.of(17, 0)),
                        delivered, units))));
    }

    private Instant daysAgo(int days, LocalTime time) {
        var moment = ZonedDateTime.now(clock);
        var wanted = moment.minusDays(days).with(time);
        return (wanted.isAfter(moment) ? moment.minusMinutes(5) : wanted).toInstant();
    }

    private static OrderDraft.Line line(int number, String sku, String name, String category, int quantity, String price,
            String cost) {
        return new OrderDraft.Line(number, sku, name, category, quantity, new BigDecimal(price), new BigDecimal(cost), null,
                500);
    }

    private record Customer(String id, Contact contact) {

        static Customer of(String id, String name, String phone, String mail, String province, String city, String district,
                String street, String postcode) {
            return new Customer(id, new Contact(name, phone, mail, new Address(province, city, district, street, postcode)));
        }
    }

    private static Customer wang() {
        return Customer.of("C-2001", "王芳", "13800001234", "wang.fang@example.com", "浙江省", "杭州市", "西湖区", "文三路 18 号", "310012");
    }

    private static Customer li() {
        return Customer.of("C-2002", "李强", "13900002345", "li.qiang@example.com", "广东省", "深圳市", "南山区", "科苑路 9 号", "518057");
    }

    private static Customer zhang() {
        return Customer.of("C-2003", "张敏", "13700003456", "zhang.min@example.com", "四川省", "成都市", "武侯区", "天府大道 66 号", "610041");
    }

    private static Customer chen() {
        return Customer.of("C-2004", "陈静", "13600004567", "chen.jing@example.com", "福建省", "厦门市", "思明区", "环岛路 5 号", "361005");
    }

    private static Customer liu() {
        return Customer.of("C-2005", "刘洋", "13500005678", "liu.yang@example.com", "北京市", "北京市", "海淀区", "中关村大街 27 号", "100080");
    }

    private static Customer zhao() {
        return Customer.of("C-2006", "赵磊", "13400006789", "zhao.lei@example.com", "陕西省", "西安市", "雁塔区", "小寨路 3 号", "710061");
    }

    private static Customer sun() {
        return Customer.of("C-2007", "孙丽", "13300007890", "sun.li@example.com", "上海市", "上海市", "浦东新区", "世纪大道 88 号", "200120");
    }
}
