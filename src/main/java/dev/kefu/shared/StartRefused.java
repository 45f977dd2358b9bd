package dev.kefu.shared;

/** The house doesn't open: what is wrong with how it was set up, and what the operator can do about it. */
public class StartRefused extends RuntimeException {

    private final String remedy;

    /**
     * @param reason one sentence
     * @param remedy one sentence
     */
    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
