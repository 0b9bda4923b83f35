package org.imaginghaven.gate.revoke;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Finds, through the links only the gate may see, what a revocation touches. */
interface Revocations {

    Revocation find(Key revocation);

    /** Takes the patient behind an opt-out from inventory, index and packages in the making, and lists their files. */
    void optOut(Revocation revocation, AuditEvent event) throws IOException;

    /** Suspends the promotion, if it is active or waits for review. */
    void suspend(Revocation revocation, AuditEvent event);

    /** Lists releases, and the items in them where not all have to go. */
    void list(Revocation revocation, AuditEvent event);

    List<Key> releases(Key revocation);

    /** Outputs in quarantine that must be deleted, by extraction; the same whenever asked. */
    Map<Key, List<String>> outputsToDelete(Revocation revocation);

    boolean everythingWithdrawn(Key revocation);

    /** Destroys the secret and the pseudonyms of the project behind it, unless another agreement still needs them. */
    void destroySecret(Revocation revocation, AuditEvent event);
}
