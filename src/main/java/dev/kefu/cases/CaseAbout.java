package dev.kefu.cases;

import java.util.List;

/**
 * What a case is about, for a card that has room for a line.
 *
 * @param text  the thing itself, such as {@code 2 × Thermos cup}
 * @param codes what is the matter and what is wanted, such as {@code DEFECTIVE} and {@code REFUND}; pages have words for them
 */
public record CaseAbout(String text, List<String> codes) {
}
