package org.imaginghaven.project.store;

import org.imaginghaven.kernel.Key;

/** A package that is offered to a project. */
public record Release(Key releaseKey, Key extractionKey, Key projectKey, Key agreementKey, State state) {

    /** Where it stands; the names are those of the column, in upper case. */
    public enum State {
        PREPARED, RELEASED, REJECTED, WITHDRAWN
    }
}
