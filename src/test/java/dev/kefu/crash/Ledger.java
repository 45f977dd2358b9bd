package dev.kefu.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The payment service's book: a line for each time that money left, on disk before anybody hears of it. */
final class Ledger {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    /** @param key the idempotency key under which it was ordered */
    record Payout(String key, String orderNumber, BigDecimal amount, String currency, String reference) {
    }

    synchronized void write(Payout payout) {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((JSON.writeValueAsString(payout) + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    synchronized List<Payout> payouts() {
        try {
            var payouts = new ArrayList<Payout>();
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    payouts.add(JSON.readValue(line, Payout.class));
                }
            }
            return payouts;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
