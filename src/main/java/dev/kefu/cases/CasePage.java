package dev.kefu.cases;

import java.util.List;

/**
 * One page of a search.
 *
 * @param page counting from 0
 * @param more whether the next page has any
 */
public record CasePage(int page, boolean more, List<FoundCase> cases) {
}
