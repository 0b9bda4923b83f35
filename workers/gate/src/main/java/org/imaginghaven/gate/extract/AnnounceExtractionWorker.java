package org.imaginghaven.gate.extract;

import java.util.Map;
import org.imaginghaven.kernel.Announcer;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Tells the engine that a package waits for release; once, however often it is delivered. */
public final class AnnounceExtractionWorker implements Job<AnnounceExtractionWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key extractionKey) {
    }

    private final Extractions extractions;
    private final Announcer announcer;

    AnnounceExtractionWorker(Extractions extractions, Announcer announcer) {
        this.extractions = extractions;
        this.announcer = announcer;
    }

    @Override
    public String type() {
        return "gate:announce-extraction:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        if (extractions.find(input.extractionKey()).state() == ExtractionState.VERIFIED) {
            announcer.announce("extraction-verified", "", input.extractionKey(),
                    Map.of("extractionKey", input.extractionKey()));
        }
        return None.INSTANCE;
    }
}
