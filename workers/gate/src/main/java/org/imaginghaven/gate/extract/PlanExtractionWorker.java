package org.imaginghaven.gate.extract;

import java.util.List;
import java.util.Map;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/** Writes down every file the agreement covers, in chunks that jobs then take. */
public final class PlanExtractionWorker implements Job<PlanExtractionWorker.In, PlanExtractionWorker.Out> {

    /** Variables in. */
    public record In(Key extractionKey) {
    }

    /** Variables out. */
    public record Out(List<Integer> chunks, int requestedCount) {
    }

    private final Extractions extractions;
    private final GateSettings settings;

    PlanExtractionWorker(Extractions extractions, GateSettings settings) {
        this.extractions = extractions;
        this.settings = settings;
    }

    @Override
    public String type() {
        return "gate:plan-extraction:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) throws Refusal {
        Extraction extraction = extractions.find(input.extractionKey());
        int files = extractions.plan(extraction, settings.chunkFiles(),
                AuditEvent.bySystem(type(), "extraction-planned", extraction.key(), Map.of()));
        if (files == 0) {
            throw new Refusal(RefusalCode.COHORT_EMPTY);
        }
        return new Out(extractions.openChunks(extraction.key()), extractions.count(extraction.key()).requested());
    }
}
