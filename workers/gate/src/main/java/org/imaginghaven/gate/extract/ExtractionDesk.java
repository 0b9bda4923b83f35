package org.imaginghaven.gate.extract;

import java.util.List;
import java.util.Map;
import org.imaginghaven.gate.GateParts;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.gate.KnownPatients;
import org.imaginghaven.gate.promote.ActiveRules;
import org.imaginghaven.kernel.Announcer;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

/** Where people start extractions and see how they add up, and where the workers of the verb come from. */
public final class ExtractionDesk {

    private final Extractions extractions;
    private final GateSettings settings;
    private final GateParts parts;
    private final ActiveRules rules;
    private final KnownPatients patients;
    private final Announcer announcer;

    public ExtractionDesk(ZoneDatabase database, GateSettings settings, GateParts parts, Announcer announcer) {
        this.extractions = new JdbcExtractions(database);
        this.settings = settings;
        this.parts = parts;
        this.rules = new ActiveRules(database);
        this.patients = new KnownPatients(database);
        this.announcer = announcer;
    }

    public List<Job<?, ?>> jobs() {
        PackageCheck check = new PackageCheck(extractions, settings);
        return List.of(new PlanExtractionWorker(extractions, settings),
                new ExtractChunkWorker(extractions, settings, parts, rules, patients),
                new VerifyPackageWorker(extractions, check), new ApplyFlaggedReviewWorker(extractions),
                new SealPackageWorker(extractions, check), new AnnounceExtractionWorker(extractions, announcer),
                new CloseExtractionWorker(extractions, settings), new DiscardPackageWorker(extractions, settings));
    }

    /** @throws IllegalArgumentException with a sentence for the person when there is no such agreement */
    public Key register(Key agreement, String username) {
        Key key = Key.random(Key.Kind.EXTRACTION);
        extractions.register(key, agreement, username,
                new AuditEvent(username, "extraction-registered", key.value(), agreement.value(), Map.of()));
        return key;
    }

    public ExtractionState state(Key extraction) {
        return extractions.find(extraction).state();
    }

    public ExtractionCounts counts(Key extraction) {
        return extractions.count(extraction);
    }

    /** Flagged files by class of image and reason, as the reviewer sees them. */
    public List<FlaggedFiles> flagged(Key extraction) {
        return extractions.flagged(extraction);
    }

    /**
     * Files flagged for one reason.
     *
     * @param imageType key of the class of image's promotion; empty when nobody proposed it or the object is no image
     */
    public record FlaggedFiles(String modality, String reason, String imageType, int files) {
    }
}
