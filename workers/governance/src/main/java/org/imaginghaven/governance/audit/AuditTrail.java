package org.imaginghaven.governance.audit;

import java.util.List;
import java.util.Optional;

/** Reads the ledger. */
public interface AuditTrail {

    /** The newest entries first. */
    List<AuditEntry> latest(int limit, long beforeSeq);

    /** Everything about the subjects, oldest first. */
    List<AuditEntry> about(List<String> subjects);

    /** Checks the whole chain, streaming: memory does not grow with the ledger. */
    AuditChain.Verdict verify(Optional<AuditChain.Head> earlier);
}
