package org.imaginghaven.identifiable.ingest;

import java.util.List;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

/** What the page of a batch shows: files set aside, rows not loaded. */
public final class BatchEvidence {

    private static final int MOST = 500;

    /** A file set aside, by its path in the batch: seen only by people of this zone. */
    public record AsideFile(String path, String state, String reason) {
    }

    /** A row of a linked table that could not be loaded. */
    public record AsideRow(String path, int row, String reason) {
    }

    private final ZoneDatabase database;

    BatchEvidence(ZoneDatabase database) {
        this.database = database;
    }

    /** At most {@value #MOST}. */
    public List<AsideFile> files(Key batch) {
        return database.sql().sql("""
                select path, state, reason from identifiable.file
                where batch_key = :key and state in ('quarantined', 'rejected') order by reason, path limit :most""")
                .param("key", batch.value()).param("most", MOST)
                .query((row, n) -> new AsideFile(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    /** At most {@value #MOST}. */
    public List<AsideRow> rows(Key batch) {
        return database.sql().sql("""
                select path, row_no, reason from identifiable.linked_reject
                where batch_key = :key order by path, row_no limit :most""").param("key", batch.value())
                .param("most", MOST)
                .query((row, n) -> new AsideRow(row.getString(1), row.getInt(2), row.getString(3))).list();
    }
}
