package org.imaginghaven.gate.revoke;

import java.util.List;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.gate.promote.Inventory;
import org.imaginghaven.gate.promote.InventoryIndex;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.schema.ZoneDatabase;

/** The workers of the verb, put together. */
public final class RevocationJobs {

    private RevocationJobs() {
    }

    public static List<Job<?, ?>> of(ZoneDatabase database, GateSettings settings, Inventory inventory,
            InventoryIndex index) {
        Revocations revocations = new JdbcRevocations(database, index);
        return List.of(new ApplyRevocationWorker(revocations, inventory, settings.quarantine()),
                new DestroyProjectKeyWorker(revocations));
    }
}
