package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.gate.GateParts;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.gate.KnownPatients;
import org.imaginghaven.gate.promote.ActiveRules;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** De-identifies the files of one chunk; what a crash left undone is done by the next delivery, with the same bytes. */
public final class ExtractChunkWorker implements Job<ExtractChunkWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key extractionKey, int chunk) {
    }

    private static final int AT_ONCE = 50;
    private static final String WITH_REPORTS = "-with-reports";

    private final Map<String, Policy> policies = new ConcurrentHashMap<>();
    private final Extractions extractions;
    private final GateSettings settings;
    private final GateParts parts;
    private final ActiveRules rules;
    private final KnownPatients patients;

    ExtractChunkWorker(Extractions extractions, GateSettings settings, GateParts parts, ActiveRules rules,
            KnownPatients patients) {
        this.extractions = extractions;
        this.settings = settings;
        this.parts = parts;
        this.rules = rules;
        this.patients = patients;
    }

    @Override
    public String type() {
        return "gate:extract-chunk:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    private Policy policy(String name) {
        return policies.computeIfAbsent(name, Policy::bundled);
    }

    @Override
    public None work(In input, JobContext context) throws IOException {
        Extraction extraction = extractions.find(input.extractionKey());
        if (extraction.state() != ExtractionState.EXTRACTING && extraction.state() != ExtractionState.IN_REVIEW) {
            return None.INSTANCE;
        }
        byte[] secret = extractions.secret(extraction.projectKey())
                .orElseThrow(() -> new IllegalStateException("the key of this project was destroyed"));
        PackageFolder folder = new PackageFolder(settings.quarantine(), extraction.key());
        FileExtraction files = new FileExtraction(parts, rules.detectors(), policy(extraction.policy()),
                policy(extraction.policy() + WITH_REPORTS), ProjectKey.of(secret), patients::of, folder);
        int done = 0;
        String last = "";
        List<SourceFile> pending = extractions.pending(extraction.key(), input.chunk(), last, AT_ONCE);
        while (!pending.isEmpty()) {
            extractions.settle(extraction.key(), pending.stream().map(files::extract).toList());
            done += pending.size();
            last = pending.getLast().item();
            pending = extractions.pending(extraction.key(), input.chunk(), last, AT_ONCE);
        }
        if (extractions.find(extraction.key()).state() == ExtractionState.SUSPENDED) {
            // it was discarded while this job was at work
            folder.discard();
        } else if (done > 0) {
            extractions.note(AuditEvent.bySystem(type(), "chunk-extracted", extraction.key(),
                    Map.of("chunk", "" + input.chunk(), "files", "" + done)));
        }
        return None.INSTANCE;
    }
}
