package dev.kefu.cases;

/** How many open cases somebody answers for. */
record OwnedCases(String owner, long cases) {
}
