package dev.kefu.orders.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An import file as a shop of some size sends it: two rows for each order, every customer with some orders. */
final class LargeFile {

    private LargeFile() {
    }

    static Path of(int rows) throws IOException {
        var file = Files.createTempFile("kefu-large", ".csv");
        file.toFile().deleteOnExit();
        var pattern = CsvFile.cells("@order", 7, "customerId", "@customer");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(CsvFile.HEADER + "\n");
            for (int row = 0; row < rows; row++) {
                var order = row / 2;
                out.write(pattern.replace("@order", "L-" + order).replace("@customer", "LC-" + order % (rows / 5))
                        .replace(",7,SKU-7,", ",%1$d,SKU-%1$d,".formatted(1 + row % 2)));
                out.write('\n');
            }
        }
        return file;
    }
}
