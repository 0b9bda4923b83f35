package org.imaginghaven.gate;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.imaginghaven.gate.extract.ExtractionDesk;
import org.imaginghaven.gate.promote.InventoryIndex;
import org.imaginghaven.gate.promote.PromotionDesk;
import org.imaginghaven.gate.revoke.RevocationJobs;
import org.imaginghaven.kernel.Announcer;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.schema.ZoneDatabase;

/** The gate put together: its jobs for the engine, its desks for signed-in people. */
public final class GateZone {

    private final PromotionDesk promotions;
    private final ExtractionDesk extractions;
    private final List<Job<?, ?>> revocations;

    /**
     * @param source signs in as the role of this zone
     * @param index in production {@link org.imaginghaven.gate.promote.ElasticInventoryIndex}
     */
    public GateZone(DataSource source, GateSettings settings, GateParts parts, InventoryIndex index,
            Announcer announcer) {
        ZoneDatabase database = new ZoneDatabase(source);
        this.promotions = new PromotionDesk(database, settings, parts, index);
        this.extractions = new ExtractionDesk(database, settings, parts, announcer);
        this.revocations = RevocationJobs.of(database, settings, promotions.inventory(), index);
    }

    public List<Job<?, ?>> jobs() {
        return Stream.of(promotions.jobs(), extractions.jobs(), revocations).flatMap(List::stream).toList();
    }

    public PromotionDesk promotions() {
        return promotions;
    }

    public ExtractionDesk extractions() {
        return extractions;
    }
}
