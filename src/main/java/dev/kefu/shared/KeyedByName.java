package dev.kefu.shared;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.data.domain.Persistable;

/**
 * An aggregate whose key is given by the business and not generated, such as a case number. Without this, each new one
 * would be looked for in the database before it is stored.
 */
@MappedSuperclass
public abstract class KeyedByName implements Persistable<String> {

    @Version
    private int version;
    @Transient
    private boolean stored;

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }

    /**
     * What guards every step of a case.
     *
     * @throws Conflict if the status is none of those that are allowed
     */
    @SafeVarargs
    protected final <S extends Enum<S>> void require(S status, S... allowed) {
        if (!Arrays.asList(allowed).contains(status)) {
            throw new Conflict(getId() + " is " + status + "; for this it would have to be "
                    + Arrays.stream(allowed).map(Enum::name).collect(Collectors.joining("/")) + ".");
        }
    }
}
