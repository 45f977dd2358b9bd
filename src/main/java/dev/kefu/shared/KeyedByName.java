package dev.kefu.shared;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
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
}
