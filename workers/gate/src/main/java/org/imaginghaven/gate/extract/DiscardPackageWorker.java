package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.util.Map;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Deletes the package of an extraction that was suspended; its rows stay, with the reason. */
public final class DiscardPackageWorker implements Job<DiscardPackageWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key extractionKey) {
    }

    private final Extractions extractions;
    private final GateSettings settings;

    DiscardPackageWorker(Extractions extractions, GateSettings settings) {
        this.extractions = extractions;
        this.settings = settings;
    }

    @Override
    public String type() {
        return "gate:discard-package:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) throws IOException {
        Key extraction = input.extractionKey();
        // first the state, so that a chunk still at work stops taking files
        extractions.moveTo(extraction, ExtractionState.SUSPENDED,
                AuditEvent.bySystem(type(), "extraction-suspended", extraction, Map.of()));
        extractions.reject(extraction, "EXTRACTION_SUSPENDED",
                AuditEvent.bySystem(type(), "package-discarded", extraction, Map.of()));
        new PackageFolder(settings.quarantine(), extraction).discard();
        return None.INSTANCE;
    }
}
