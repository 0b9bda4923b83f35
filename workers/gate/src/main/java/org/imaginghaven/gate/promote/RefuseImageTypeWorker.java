package org.imaginghaven.gate.promote;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Keeps a class of image in its zone: without a rule its files are held back. */
public final class RefuseImageTypeWorker implements Job<RefuseImageTypeWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    private final Promotions promotions;

    RefuseImageTypeWorker(Promotions promotions) {
        this.promotions = promotions;
    }

    @Override
    public String type() {
        return "gate:refuse-image-type:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        promotions.refuse(input.promotionKey(),
                AuditEvent.bySystem(type(), "image-type-refused", input.promotionKey(), Map.of()));
        return None.INSTANCE;
    }
}
