package dev.kefu.workflow.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A body that is longer than any call of its kind needs (HTTP 413); it is an I/O failure for whoever reads it. */
class TooLarge extends IOException {

    private static final long serialVersionUID = 1;

    TooLarge(DataSize longest) {
        super("The body is larger than " + longest.toKilobytes() + " KB, and no call of this kind needs as much.");
    }
}
