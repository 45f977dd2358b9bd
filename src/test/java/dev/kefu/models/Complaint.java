package dev.kefu.models;

/** What a rule found wrong: the file, the element in it, and what to do about it. */
public record Complaint(String file, String element, String remedy) {

    @Override
    public String toString() {
        return element.isEmpty() ? file + ": " + remedy : file + ", " + element + ": " + remedy;
    }
}
