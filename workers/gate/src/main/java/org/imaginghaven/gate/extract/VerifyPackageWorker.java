package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Reads the package on disk again and compares it with what the jobs reported. */
public final class VerifyPackageWorker implements Job<VerifyPackageWorker.In, VerifyPackageWorker.Out> {

    /** Variables in. */
    public record In(Key extractionKey) {
    }

    /** Variables out. */
    public record Out(int deidentifiedCount, int flaggedCount, int failedCount, int unmatchedCount) {
    }

    private final Extractions extractions;
    private final PackageCheck check;

    VerifyPackageWorker(Extractions extractions, PackageCheck check) {
        this.extractions = extractions;
        this.check = check;
    }

    @Override
    public String type() {
        return "gate:verify-package:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) throws IOException {
        Key extraction = input.extractionKey();
        check.verify(extraction, type());
        extractions.moveTo(extraction, ExtractionState.IN_REVIEW,
                AuditEvent.bySystem(type(), "package-verified", extraction, Map.of()));
        ExtractionCounts counts = extractions.count(extraction);
        return new Out(counts.deidentified(), counts.flagged(), counts.failed(), counts.unmatched());
    }
}
