package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/** Closes a package whose numbers add up on disk and in the database; refuses any other. */
public final class SealPackageWorker implements Job<SealPackageWorker.In, SealPackageWorker.Out> {

    /** Variables in. */
    public record In(Key extractionKey) {
    }

    /** Variables out. */
    public record Out(int deidentifiedCount, int rejectedCount) {
    }

    private final Extractions extractions;
    private final PackageCheck check;

    SealPackageWorker(Extractions extractions, PackageCheck check) {
        this.extractions = extractions;
        this.check = check;
    }

    @Override
    public String type() {
        return "gate:seal-package:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) throws IOException, Refusal {
        Key extraction = input.extractionKey();
        if (extractions.find(extraction).state() != ExtractionState.VERIFIED) {
            extractions.flaggedTo(extraction, FileState.REJECTED,
                    AuditEvent.bySystem(type(), "unresolved-files-rejected", extraction, Map.of()));
            check.rejectOptedOut(extraction, type());
            check.verify(extraction, type());
        }
        ExtractionCounts counts = extractions.count(extraction);
        if (!counts.reconciled() || !check.complete(extraction)) {
            throw new Refusal(RefusalCode.NOT_RECONCILED);
        }
        check.writeMetadata(extraction);
        extractions.moveTo(extraction, ExtractionState.VERIFIED,
                AuditEvent.bySystem(type(), "package-sealed", extraction,
                        Map.of("requested", "" + counts.requested(), "deidentified", "" + counts.deidentified(),
                                "rejected", "" + counts.rejected(), "failed", "" + counts.failed(), "unmatched",
                                "" + counts.unmatched())));
        return new Out(counts.deidentified(), counts.rejected());
    }
}
