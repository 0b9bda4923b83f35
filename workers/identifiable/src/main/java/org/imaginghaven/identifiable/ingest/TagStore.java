package org.imaginghaven.identifiable.ingest;

import java.util.List;
import java.util.Set;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Every tag of every instance, and the patient and class of image each belongs to. */
interface TagStore {

    Set<String> controllers();

    /** Pending files of a chunk in the order of their ids, those after an id only. */
    List<FileExamination.Pending> pending(Key batch, int chunk, long afterFileId, int limit);

    /**
     * Files examined files in one transaction: each becomes stored, duplicate or quarantined. Files that are no longer
     * pending are left as they are, so that two deliveries of a job do not disturb each other.
     */
    void file(Key batch, List<ExaminedFile> files);

    void chunkDone(AuditEvent event);
}
