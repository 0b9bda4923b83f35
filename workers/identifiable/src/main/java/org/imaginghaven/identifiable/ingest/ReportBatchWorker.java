package org.imaginghaven.identifiable.ingest;

import java.nio.file.Files;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Closes a batch: its counts go to the ledger, its state tells how it ended. */
public final class ReportBatchWorker implements Job<ReportBatchWorker.In, ReportBatchWorker.Out> {

    /** Variables in. */
    public record In(Key batchKey) {
    }

    /** Variables out. */
    public record Out(BatchState batchState) {
    }

    private final BatchStore store;

    ReportBatchWorker(BatchStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "identifiable:report-batch:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) {
        Batch batch = store.find(input.batchKey());
        BatchCounts counts = store.count(batch.key());
        BatchState state = endOf(batch, counts);
        store.finish(batch.key(), state, ReconcileBatchWorker.event(type(), "batch-reported", batch.key(), counts));
        return new Out(state);
    }

    private static BatchState endOf(Batch batch, BatchCounts counts) {
        if (counts.files() > 0) {
            return BatchState.REPORTED;
        }
        return Files.isDirectory(batch.folder()) ? BatchState.EMPTY : BatchState.FOLDER_MISSING;
    }
}
