package org.imaginghaven.identifiable.ingest;

import java.util.List;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Batches and the state of each of their files. */
interface BatchStore {

    /** Files that a job can open, in chunks; linked tables have a chunk of their own that no chunk job gets. */
    int TABLES = -1;

    /** Yields the files of a batch while its rows are being written. */
    @FunctionalInterface
    interface Files {
        void forEach(FolderWalk.Sink sink) throws java.io.IOException;
    }

    void register(Batch batch, AuditEvent event);

    Batch find(Key batch);

    /** Writes down the files once; a second call changes nothing. Numbers the chunks from 0. */
    void plan(Key batch, Files files, int chunkFiles, AuditEvent event);

    /** The chunks that still have files to do. */
    List<Integer> openChunks(Key batch);

    int fileCount(Key batch);

    BatchCounts count(Key batch);

    /** Sets a batch's state and the time it finished. */
    void finish(Key batch, BatchState state, AuditEvent event);

    /** Puts quarantined files back to pending, those excepted that no second reading can help. */
    void retryQuarantined(Key batch, AuditEvent event);

    void rejectQuarantined(Key batch, AuditEvent event);
}
