package org.imaginghaven.identifiable.ingest;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/**
 * Applies what a person entered about unmapped patients. Those left provisional stay in the tag store and out of the
 * inventory: whoever cannot be named cannot be asked whether they opted out.
 */
public final class ApplyMappingsWorker implements Job<ApplyMappingsWorker.In, Job.None> {

    /** What the person decided. */
    public enum MappingDecision {
        RESOLVED, LEAVE_PROVISIONAL
    }

    /** Variables in. */
    public record In(Key batchKey, MappingDecision mappingDecision) {
    }

    private final Mappings mappings;

    ApplyMappingsWorker(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String type() {
        return "identifiable:apply-mappings:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        if (input.mappingDecision() == MappingDecision.RESOLVED) {
            mappings.apply(input.batchKey(),
                    AuditEvent.bySystem(type(), "mappings-applied", input.batchKey(), Map.of()));
        }
        return None.INSTANCE;
    }
}
