package org.imaginghaven.identifiable.ingest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

final class JdbcBatchStore implements BatchStore {

    private final ZoneDatabase database;

    JdbcBatchStore(ZoneDatabase database) {
        this.database = database;
    }

    @Override
    public void register(Batch batch, AuditEvent event) {
        database.change(event, () -> database.sql().sql("""
                insert into identifiable.batch (batch_key, folder, default_controller, started_by, state)
                values (:key, :folder, :controller, :by, :state)""").param("key", batch.key().value())
                .param("folder", batch.folder().toString()).param("controller", batch.defaultController())
                .param("by", batch.startedBy()).param("state", batch.state().stored()).update());
    }

    @Override
    public Batch find(Key batch) {
        return database.sql().sql("select * from identifiable.batch where batch_key = :key").param("key", batch.value())
                .query((row, n) -> new Batch(new Key(row.getString("batch_key")), Path.of(row.getString("folder")),
                        row.getString("default_controller"), row.getString("started_by"),
                        BatchState.of(row.getString("state"))))
                .single();
    }

    @Override
    public void plan(Key batch, Files files, int chunkFiles, AuditEvent event) {
        database.changed(() -> {
            database.hold(batch.value());
            boolean first = database.sql().sql("""
                    update identifiable.batch set state = :planned where batch_key = :key and state = :registered""")
                    .param("planned", BatchState.PLANNED.stored()).param("registered", BatchState.REGISTERED.stored())
                    .param("key", batch.value()).update() == 1;
            if (first) {
                database.copy("copy identifiable.file (batch_key, path, size_bytes, chunk, state, reason) "
                        + "from stdin (format csv)", csv -> write(batch, files, chunkFiles, csv));
            }
            return first;
        }, first -> first ? event : null);
    }

    private static void write(Key batch, Files files, int chunkFiles, Writer csv) throws IOException {
        int[] images = {0};
        files.forEach(file -> {
            int chunk = file.isLinkedTable() ? TABLES : images[0]++ / chunkFiles;
            QuarantineReason problem = file.problem();
            FileState state = problem == null ? FileState.PENDING : FileState.QUARANTINED;
            csv.write(batch.value() + ",\"" + file.path().replace("\"", "\"\"") + "\"," + file.size() + "," + chunk
                    + "," + state.stored() + "," + (problem == null ? "" : problem.name()) + "\n");
        });
    }

    @Override
    public List<Integer> openChunks(Key batch) {
        return database.sql().sql("""
                select distinct chunk from identifiable.file
                where batch_key = :key and state = 'pending' and chunk >= 0 order by chunk""")
                .param("key", batch.value()).query(Integer.class).list();
    }

    @Override
    public int fileCount(Key batch) {
        return number("select count(*)::int from identifiable.file where batch_key = :key", batch);
    }

    @Override
    public BatchCounts count(Key batch) {
        return database.together(() -> {
            Map<String, Integer> states = grouped("state", batch);
            int unmapped = number("""
                    select count(distinct p.eupi)::int from identifiable.instance i
                    join identifiable.patient p using (eupi) where i.batch_key = :key and p.provisional""", batch);
            int instances = number("select count(*)::int from identifiable.instance where batch_key = :key", batch);
            int tables = number("""
                    select count(*)::int from identifiable.file
                    where batch_key = :key and chunk = -1 and state = 'stored'""", batch);
            return new BatchCounts(states.values().stream().mapToInt(Integer::intValue).sum(),
                    of(states, FileState.PENDING), of(states, FileState.STORED), of(states, FileState.DUPLICATE),
                    of(states, FileState.QUARANTINED), of(states, FileState.REJECTED), unmapped, instances, tables,
                    grouped("reason", batch));
        });
    }

    private static int of(Map<String, Integer> states, FileState state) {
        return states.getOrDefault(state.stored(), 0);
    }

    private Map<String, Integer> grouped(String column, Key batch) {
        Map<String, Integer> counts = new HashMap<>();
        database.sql().sql("select " + column + ", count(*)::int from identifiable.file where batch_key = :key and "
                + column + " is not null group by 1").param("key", batch.value()).query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    private int number(String sql, Key batch) {
        return database.sql().sql(sql).param("key", batch.value()).query(Integer.class).single();
    }

    @Override
    public void finish(Key batch, BatchState state, AuditEvent event) {
        database.changed(() -> database.sql().sql("""
                update identifiable.batch set state = :state, finished_at = now()
                where batch_key = :key and state <> :state""").param("state", state.stored())
                .param("key", batch.value()).update(), changed -> changed == 1 ? event : null);
    }

    @Override
    public void retryQuarantined(Key batch, AuditEvent event) {
        reviewed(batch, "update identifiable.file set state = 'pending', reason = null "
                + "where batch_key = :key and state = 'quarantined'", event);
    }

    @Override
    public void rejectQuarantined(Key batch, AuditEvent event) {
        reviewed(batch, "update identifiable.file set state = 'rejected' "
                + "where batch_key = :key and state = 'quarantined'", event);
    }

    private void reviewed(Key batch, String sql, AuditEvent event) {
        database.changed(() -> database.sql().sql(sql).param("key", batch.value()).update(),
                files -> files > 0 ? event : null);
    }
}
