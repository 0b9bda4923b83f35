package org.imaginghaven.gate.promote;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Keeps a tag in its zone for good; only a new proposal can bring it up again. */
public final class RefuseTagWorker implements Job<RefuseTagWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    private final Promotions promotions;

    RefuseTagWorker(Promotions promotions) {
        this.promotions = promotions;
    }

    @Override
    public String type() {
        return "gate:refuse-tag:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        promotions.refuse(input.promotionKey(),
                AuditEvent.bySystem(type(), "tag-refused", input.promotionKey(), Map.of()));
        return None.INSTANCE;
    }
}
