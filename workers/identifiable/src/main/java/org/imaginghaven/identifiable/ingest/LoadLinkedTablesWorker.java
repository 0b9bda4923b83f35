package org.imaginghaven.identifiable.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imaginghaven.identifiable.ingest.CsvTable.RowFault;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;

/** Loads the tables that came with a batch; demographics first, since they say which identifiers are one patient. */
public final class LoadLinkedTablesWorker implements Job<LoadLinkedTablesWorker.In, LoadLinkedTablesWorker.Out> {

    private static final int ROWS_AT_ONCE = 500;

    /** Variables in. */
    public record In(Key batchKey) {
    }

    /** Variables out. */
    public record Out(int linkedRows) {
    }

    private final BatchStore batches;
    private final LinkedTables tables;

    LoadLinkedTablesWorker(BatchStore batches, LinkedTables tables) {
        this.batches = batches;
        this.tables = tables;
    }

    @Override
    public String type() {
        return "identifiable:load-linked-tables:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) {
        Batch batch = batches.find(input.batchKey());
        for (FileExamination.Pending table : tables.pending(batch.key())) {
            QuarantineReason problem = load(batch, table.path());
            tables.finish(table.fileId(), problem == null ? FileState.STORED : FileState.QUARANTINED, problem,
                    AuditEvent.bySystem(type(), problem == null ? "table-loaded" : "table-quarantined", batch.key(),
                            Map.of()));
        }
        return new Out(tables.rowCount(batch.key()));
    }

    private @Nullable QuarantineReason load(Batch batch, String path) {
        Loading loading = new Loading(batch.key(), path);
        try {
            CsvTable.read(batch.folder().resolve(path), loading);
            loading.flush();
            return null;
        } catch (CsvTable.BadHeader e) {
            return QuarantineReason.BAD_TABLE;
        } catch (IOException e) {
            return QuarantineReason.UNREADABLE;
        }
    }

    private final class Loading implements CsvTable.Sink {

        private final Key batch;
        private final String path;
        private final String dataset;
        private final List<LinkedRow> rows = new ArrayList<>();
        private final List<LinkedTables.Rejected> rejected = new ArrayList<>();

        Loading(Key batch, String path) {
            this.batch = batch;
            this.path = path;
            this.dataset = String.valueOf(Path.of(path).getFileName()).replaceFirst("\\.csv$", "");
        }

        @Override
        public void row(int line, Map<String, String> cells) {
            switch (LinkedRow.of(line, cells)) {
                case LinkedRow.Verdict.Usable(LinkedRow row) -> rows.add(row);
                case LinkedRow.Verdict.Faulty(RowFault fault) -> rejected.add(new LinkedTables.Rejected(line, fault));
            }
            if (rows.size() >= ROWS_AT_ONCE) {
                flush();
            }
        }

        @Override
        public void reject(int line, RowFault fault) {
            rejected.add(new LinkedTables.Rejected(line, fault));
            if (rejected.size() >= ROWS_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            tables.load(batch, path, dataset, List.copyOf(rows), List.copyOf(rejected), AuditEvent.bySystem(type(),
                    "rows-loaded", batch, Map.of("read", "" + rows.size(), "rejected", "" + rejected.size())));
            rows.clear();
            rejected.clear();
        }
    }
}
