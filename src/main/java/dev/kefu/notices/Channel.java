package dev.kefu.notices;

/** How a notice reaches somebody. */
public enum Channel {

    /** In Tasklist and in our pages, as soon as it is known. On until somebody switches it off. */
    PAGE(true),
    /** By mail, several together. Off until somebody switches it on. */
    MAIL(false);

    private final boolean isOnAtFirst;

    Channel(boolean isOnAtFirst) {
        this.isOnAtFirst = isOnAtFirst;
    }

    boolean isOnAtFirst() {
        return isOnAtFirst;
    }
}
