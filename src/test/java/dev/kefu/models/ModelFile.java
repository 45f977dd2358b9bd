package dev.kefu.models;

import java.util.Locale;

/** A model as it lies in the source tree; the path is relative to the root and uses slashes. */
public record ModelFile(String path, String text) {

    /** The file's name up to its first dot, which is to be the id of what stands in it. */
    String stem() {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.indexOf('.'));
    }

    /** The folder below {@code processes} or {@code forms}, which is to be the name of a Java package. */
    String folder() {
        var parts = path.split("/");
        return parts.length == 3 ? parts[1] : "";
    }

    Complaint complain(String element, String remedy) {
        return new Complaint(path, element, remedy);
    }

    /** {@code reviewReturn} becomes {@code review-return}. */
    static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
