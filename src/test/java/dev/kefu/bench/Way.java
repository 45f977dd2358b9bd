package dev.kefu.bench;

import java.util.List;

/** How a return goes; of ten in a mixed round, so many go each way. */
enum Way {

    REFUND("REFUND", 6, 4),
    EXCHANGE("EXCHANGE", 2, 4),
    REPAIR("REPAIR", 1, 5),
    WITHDRAWAL("REFUND", 1, 1);

    /** What the customer asks for. */
    final String resolution;
    /** Of ten. */
    private final int share;
    /** The user tasks on the way, each of which is claimed and completed. */
    final int tasks;

    Way(String resolution, int share, int tasks) {
        this.resolution = resolution;
        this.share = share;
        this.tasks = tasks;
    }

    static Way ofMix(int index) {
        int place = index % 10;
        for (var way : List.of(values())) {
            if (place < way.share) {
                return way;
            }
            place -= way.share;
        }
        throw new IllegalStateException("The shares don't make ten");
    }

    static double tasksOfMix() {
        return List.of(values()).stream().mapToInt(way -> way.share * way.tasks).sum() / 10.0;
    }
}
