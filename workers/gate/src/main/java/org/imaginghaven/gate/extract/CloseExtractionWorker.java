package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.util.Map;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Ends an extraction that may not run or has nothing to extract. */
public final class CloseExtractionWorker implements Job<CloseExtractionWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key extractionKey) {
    }

    private final Extractions extractions;
    private final GateSettings settings;

    CloseExtractionWorker(Extractions extractions, GateSettings settings) {
        this.extractions = extractions;
        this.settings = settings;
    }

    @Override
    public String type() {
        return "gate:close-extraction:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) throws IOException {
        Key extraction = input.extractionKey();
        new PackageFolder(settings.quarantine(), extraction).discard();
        extractions.moveTo(extraction, ExtractionState.EMPTY,
                AuditEvent.bySystem(type(), "extraction-closed", extraction, Map.of()));
        return None.INSTANCE;
    }
}
