package dev.kefu.parcels.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.springframework.lang.Nullable;

/** What is to become of the goods, who said so, and who is to say so as long as nobody has. */
@Embeddable
class Decided {

    @Enumerated(EnumType.STRING)
    private Course course = Course.UNDECIDED;
    private String courseSetBy;
    private boolean forSupervisor;
    private boolean backToAgent;

    protected Decided() {
    }

    void take(Course decided, String by) {
        course = decided;
        courseSetBy = by;
        forSupervisor = false;
        backToAgent = false;
    }

    void askSupervisor() {
        course = Course.UNDECIDED;
        forSupervisor = true;
    }

    void askAgent() {
        course = Course.UNDECIDED;
        backToAgent = true;
    }

    /** What went out has failed: whether it goes out again is decided anew. */
    void reshippingFailed() {
        if (course == Course.RESHIP) {
            course = Course.UNDECIDED;
        }
    }

    /** The table's word, where nobody decided otherwise. */
    void follow(FaultStep next) {
        if (next == FaultStep.DECIDE) {
            forSupervisor = true;
        } else if (next == FaultStep.REFUND && course == Course.UNDECIDED) {
            course = Course.REFUND;
        }
    }

    boolean isForSupervisor() {
        return forSupervisor;
    }

    boolean isBackToAgent() {
        return backToAgent;
    }

    boolean is(Course wanted) {
        return course == wanted;
    }

    Course course() {
        return course;
    }

    @Nullable
    String by() {
        return courseSetBy;
    }
}
