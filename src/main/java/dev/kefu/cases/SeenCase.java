package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import java.util.function.UnaryOperator;

/** A case in the eyes of somebody who may see it (CUS-4); {@link CaseAccess} alone makes one. */
public final class SeenCase {

    private final CaseFile file;
    private final Sight sight;
    private final UnaryOperator<String> words;

    SeenCase(CaseFile file, Sight sight, UnaryOperator<String> words) {
        this.file = file;
        this.sight = sight;
        this.words = words;
    }

    public CaseNumber number() {
        return file.caseNumber();
    }

    public CaseFile file() {
        return file;
    }

    public boolean isInFull() {
        return sight == Sight.FULL;
    }

    /** What people wrote about the case, as they may read it; null stays null. */
    public UnaryOperator<String> words() {
        return words;
    }
}
