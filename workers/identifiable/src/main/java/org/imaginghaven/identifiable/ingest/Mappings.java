package org.imaginghaven.identifiable.ingest;

import java.util.List;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** What people said about patients nobody could name, and taking it back. */
interface Mappings {

    /** A provisional patient of a batch. */
    record Unmapped(String eupi, String source, int files, int studies) {
    }

    List<Unmapped> unmapped(Key batch);

    /** Notes that a provisional patient of the batch is the holder of an identifier; nothing changes until applied. */
    void propose(Key batch, String eupi, PatientIdentifier holder, String by, AuditEvent event);

    /** Merges each proposal of the batch; repeating it changes nothing. */
    void apply(Key batch, AuditEvent event);

    /** Takes a merge back. */
    void unmerge(String absorbed, String by, AuditEvent event);
}
