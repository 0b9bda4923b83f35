package org.imaginghaven.governance.people;

import org.imaginghaven.kernel.AuditEvent;

/** Keeps what people decided, together with the ledger. */
@FunctionalInterface
public interface Reviews {

    /** Keeps a review once, however often its job is delivered. */
    void keep(Review review, AuditEvent event);
}
