package org.imaginghaven.kernel;

/** Where audit events go. Implementations append on the caller's transaction: no change of state without its entry. */
public interface AuditLedger {

    void append(AuditEvent event);
}
