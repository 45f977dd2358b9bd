package dev.kefu.orders;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.lang.Nullable;

/** Tells whether two checked orders say the same, without comparing them column by column. */
final class Fingerprint {

    private static final byte[] MISSING = {-1};

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    static String of(OrderDraft order) {
        var print = new Fingerprint();
        var consignee = order.consignee();
        var address = consignee.address();
        print.add(order.customerId()).add(consignee.name()).add(consignee.phone()).add(consignee.email())
                .add(address.province()).add(address.city()).add(address.district()).add(address.street())
                .add(address.postcode()).add(order.channel()).add(order.currency()).add(order.paidAt())
                .add(order.deliveredAt()).add(order.freight()).add(order.discount()).add(order.lines().size());
        for (var line : order.lines()) {
            print.add(line.line()).add(line.sku()).add(line.name()).add(line.category()).add(line.quantity())
                    .add(line.unitPrice()).add(line.unitCost()).add(line.discount()).add(line.weightGrams());
        }
        for (var shipment : order.shipments()) {
            print.add(shipment.courier()).add(shipment.trackingNumber()).add(shipment.shippedAt())
                    .add(shipment.deliveredAt()).add(shipment.lines().size());
            shipment.lines().forEach(carried -> print.add(carried.line()).add(carried.quantity()));
        }
        // Only where it is told, so that orders stored before there was a language are recognised
        if (order.language() != null) {
            print.add(order.language());
        }
        return HexFormat.of().formatHex(print.digest.digest());
    }

    /** Each part with its length before it, so that no two orders run together to the same text. */
    private Fingerprint add(@Nullable Object part) {
        if (part == null) {
            digest.update(MISSING);
            return this;
        }
        var text = part instanceof BigDecimal amount ? amount.toPlainString()
                : part instanceof Instant instant ? Long.toString(instant.toEpochMilli()) : part.toString();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
        return this;
    }
}
