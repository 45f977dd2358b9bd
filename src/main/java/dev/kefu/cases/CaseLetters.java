package dev.kefu.cases;

import java.util.List;

/** What the customer was written in a case; the module that writes the letters has it. */
public interface CaseLetters {

    /** Oldest first, masked where the case is seen masked. */
    List<CaseLetter> of(SeenCase seen);
}
