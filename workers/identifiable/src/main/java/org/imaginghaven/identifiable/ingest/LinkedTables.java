package org.imaginghaven.identifiable.ingest;

import java.util.List;
import org.imaginghaven.identifiable.ingest.CsvTable.RowFault;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Tables that came with a batch, kept row by row under the patient they are about. */
interface LinkedTables {

    record Rejected(int line, RowFault fault) {
    }

    /** The tables of a batch nobody has loaded yet. */
    List<FileExamination.Pending> pending(Key batch);

    /**
     * Loads some rows of a table. Demographics also say which identifiers are one patient: those are merged.
     *
     * @param table path of the file in its batch
     * @param dataset its name without folder and ending
     */
    void load(Key batch, String table, String dataset, List<LinkedRow> rows, List<Rejected> rejected, AuditEvent event);

    /** The table is done: loaded, or set aside for a reason. */
    void finish(long fileId, FileState state, @org.jspecify.annotations.Nullable QuarantineReason reason,
            AuditEvent event);

    int rowCount(Key batch);
}
