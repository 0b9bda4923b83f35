package org.imaginghaven.gate.promote;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Lets a reviewed tag out; the inventory takes it in at its next refresh. */
public final class ActivateTagWorker implements Job<ActivateTagWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    private final Promotions promotions;

    ActivateTagWorker(Promotions promotions) {
        this.promotions = promotions;
    }

    @Override
    public String type() {
        return "gate:activate-tag:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        promotions.activate(input.promotionKey(), null,
                AuditEvent.bySystem(type(), "tag-activated", input.promotionKey(), Map.of()));
        return None.INSTANCE;
    }
}
