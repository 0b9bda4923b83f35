package org.imaginghaven.identifiable.ingest;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.imaginghaven.identifiable.IdentifiableSettings;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Walks the folder of a batch and writes down every file, in chunks that jobs then take. */
public final class PlanBatchWorker implements Job<PlanBatchWorker.In, PlanBatchWorker.Out> {

    /** Variables in. */
    public record In(Key batchKey) {
    }

    /** Variables out. */
    public record Out(List<Integer> chunks, int fileCount) {
    }

    private final BatchStore store;
    private final IdentifiableSettings settings;

    PlanBatchWorker(BatchStore store, IdentifiableSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public String type() {
        return "identifiable:plan-batch:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) {
        Batch batch = store.find(input.batchKey());
        if (batch.state() == BatchState.REGISTERED && Files.isDirectory(batch.folder())) {
            store.plan(batch.key(), sink -> FolderWalk.walk(batch.folder(), sink), settings.chunkFiles(),
                    AuditEvent.bySystem(type(), "batch-planned", batch.key(), Map.of()));
        }
        return new Out(store.openChunks(batch.key()), store.fileCount(batch.key()));
    }
}
