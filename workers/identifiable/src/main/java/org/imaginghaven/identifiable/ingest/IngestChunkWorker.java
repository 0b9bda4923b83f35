package org.imaginghaven.identifiable.ingest;

import java.util.List;
import java.util.Map;
import org.imaginghaven.identifiable.IdentifiableSettings;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Reads the files of one chunk and files what they hold; what a crash left undone is done by the next delivery. */
public final class IngestChunkWorker implements Job<IngestChunkWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key batchKey, int chunk) {
    }

    private final BatchStore batches;
    private final TagStore store;
    private final InstanceReader reader;
    private final IdentifiableSettings settings;

    IngestChunkWorker(BatchStore batches, TagStore store, InstanceReader reader, IdentifiableSettings settings) {
        this.batches = batches;
        this.store = store;
        this.reader = reader;
        this.settings = settings;
    }

    @Override
    public String type() {
        return "identifiable:ingest-chunk:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        Batch batch = batches.find(input.batchKey());
        FileExamination examination = new FileExamination(reader, store.controllers());
        long last = 0;
        int done = 0;
        while (true) {
            List<FileExamination.Pending> pending = store.pending(batch.key(), input.chunk(), last,
                    settings.transactionFiles());
            if (pending.isEmpty()) {
                break;
            }
            store.file(batch.key(), pending.stream().map(file -> examination.examine(batch, file)).toList());
            last = pending.getLast().fileId();
            done += pending.size();
        }
        if (done > 0) {
            store.chunkDone(AuditEvent.bySystem(type(), "chunk-ingested", batch.key(),
                    Map.of("chunk", "" + input.chunk(), "files", "" + done)));
        }
        return None.INSTANCE;
    }
}
