package org.imaginghaven.identifiable.ingest;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/** Counts a batch twice, by its files and by the tag store, and refuses it when the counts differ. */
public final class ReconcileBatchWorker implements Job<ReconcileBatchWorker.In, ReconcileBatchWorker.Out> {

    /** Variables in. */
    public record In(Key batchKey) {
    }

    /** Variables out. */
    public record Out(int storedCount, int duplicateCount, int quarantinedCount, int rejectedCount,
            int unmappedPatients) {
    }

    private final BatchStore store;

    ReconcileBatchWorker(BatchStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "identifiable:reconcile-batch:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) throws Refusal {
        BatchCounts counts = store.count(input.batchKey());
        if (!counts.reconciled()) {
            throw new Refusal(RefusalCode.NOT_RECONCILED);
        }
        return new Out(counts.stored(), counts.duplicate(), counts.quarantined(), counts.rejected(),
                counts.unmappedPatients());
    }

    /** What a count says, for the ledger. */
    static AuditEvent event(String type, String action, Key batch, BatchCounts counts) {
        return AuditEvent.bySystem(type, action, batch,
                Map.of("files", "" + counts.files(), "stored", "" + counts.stored(), "duplicate",
                        "" + counts.duplicate(), "quarantined", "" + counts.quarantined(), "rejected",
                        "" + counts.rejected(), "unmappedPatients", "" + counts.unmappedPatients()));
    }
}
