package org.imaginghaven.identifiable;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.imaginghaven.identifiable.ingest.IngestDesk;
import org.imaginghaven.identifiable.revoke.ApplyRevocationWorker;
import org.imaginghaven.identifiable.revoke.OptOuts;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.schema.ZoneDatabase;

/** The identifiable zone put together: its jobs for the engine, its desks for signed-in people. */
public final class IdentifiableZone {

    private final IngestDesk ingest;
    private final OptOuts optOuts;
    private final ApplyRevocationWorker revocation;

    /** @param source signs in as the role of this zone */
    public IdentifiableZone(DataSource source, IdentifiableSettings settings) {
        ZoneDatabase database = new ZoneDatabase(source);
        this.ingest = new IngestDesk(database, settings);
        this.optOuts = new OptOuts(database);
        this.revocation = new ApplyRevocationWorker(database);
    }

    public List<Job<?, ?>> jobs() {
        return Stream.concat(ingest.jobs().stream(), Stream.<Job<?, ?>>of(revocation)).toList();
    }

    public IngestDesk ingest() {
        return ingest;
    }

    public OptOuts optOuts() {
        return optOuts;
    }
}
