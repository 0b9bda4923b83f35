package org.imaginghaven.gate.extract;

import java.util.List;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Does with flagged files what the reviewer decided; nothing lets a flagged file through as it is. */
public final class ApplyFlaggedReviewWorker implements Job<ApplyFlaggedReviewWorker.In, ApplyFlaggedReviewWorker.Out> {

    /** What the reviewer decided: to hold them back, or to try again after a rule was promoted. */
    public enum FlaggedDecision {
        REJECT, REPROCESS
    }

    /** Variables in. */
    public record In(Key extractionKey, FlaggedDecision flaggedDecision) {
    }

    /** Variables out. */
    public record Out(List<Integer> chunks) {
    }

    private final Extractions extractions;

    ApplyFlaggedReviewWorker(Extractions extractions) {
        this.extractions = extractions;
    }

    @Override
    public String type() {
        return "gate:apply-flagged-review:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) {
        Key extraction = input.extractionKey();
        return switch (input.flaggedDecision()) {
            case REJECT -> {
                extractions.flaggedTo(extraction, FileState.REJECTED,
                        AuditEvent.bySystem(type(), "flagged-files-rejected", extraction, Map.of()));
                yield new Out(List.of());
            }
            case REPROCESS -> {
                extractions.flaggedTo(extraction, FileState.PENDING,
                        AuditEvent.bySystem(type(), "flagged-files-retried", extraction, Map.of()));
                yield new Out(extractions.openChunks(extraction));
            }
        };
    }
}
