package dev.kefu.attacks;

import java.util.function.Predicate;

/**
 * Something that must not be possible.
 *
 * @param name what somebody gains by it, in words
 */
record Attack(String name, Preparation preparation) {

    /** What stands there already when the attack begins; not a part of it. */
    interface Preparation {

        Attempt on(Target target);
    }

    /** The attack itself, by HTTP. */
    interface Attempt {

        /** Whether the harm was done, seen in its effect and not in a status alone. */
        boolean succeeds();
    }

    /** An attack that needs nothing to be there. */
    static Attack on(String name, Predicate<Target> attempt) {
        return new Attack(name, target -> () -> attempt.test(target));
    }

    @Override
    public String toString() {
        return name;
    }
}
