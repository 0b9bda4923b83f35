package org.imaginghaven.gate.promote;

import java.io.IOException;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;

/** Rebuilds the inventory and the search index from what is promoted now. */
public final class RefreshInventoryWorker implements Job<RefreshInventoryWorker.In, Job.None> {

    /** Nothing in: everything is looked up. */
    public record In() {
    }

    private final Inventory inventory;

    RefreshInventoryWorker(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public String type() {
        return "gate:refresh-inventory:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) throws IOException {
        inventory.refresh(new AuditEvent("system:" + type(), "inventory-refreshed", "inventory", null, Map.of()));
        return None.INSTANCE;
    }
}
