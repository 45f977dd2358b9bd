package dev.kefu.correspondence;

import java.util.List;

/** What a module writes to customers; each module that does has one. */
@FunctionalInterface
public interface LetterKinds {

    List<LetterKind> kinds();
}
