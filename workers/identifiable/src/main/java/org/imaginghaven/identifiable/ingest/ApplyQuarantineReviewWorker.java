package org.imaginghaven.identifiable.ingest;

import java.util.List;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Does with the quarantined files of a batch what the reviewer decided: try them again or reject them. */
public final class ApplyQuarantineReviewWorker
        implements
            Job<ApplyQuarantineReviewWorker.In, ApplyQuarantineReviewWorker.Out> {

    /** What the reviewer decided. */
    public enum QuarantineDecision {
        RETRY, REJECT
    }

    /** Variables in. */
    public record In(Key batchKey, QuarantineDecision quarantineDecision) {
    }

    /** Variables out: the chunks to do again; none when the files were rejected. */
    public record Out(List<Integer> chunks) {
    }

    private final BatchStore store;

    ApplyQuarantineReviewWorker(BatchStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "identifiable:apply-quarantine-review:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) {
        Key batch = input.batchKey();
        return switch (input.quarantineDecision()) {
            case RETRY -> {
                store.retryQuarantined(batch, AuditEvent.bySystem(type(), "quarantine-retried", batch, Map.of()));
                yield new Out(store.openChunks(batch));
            }
            case REJECT -> {
                store.rejectQuarantined(batch, AuditEvent.bySystem(type(), "quarantine-rejected", batch, Map.of()));
                yield new Out(List.of());
            }
        };
    }
}
