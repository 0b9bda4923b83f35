package org.imaginghaven.gate.promote;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Keeps a tag or class of image in its zone, or a rule out, for good; only a new proposal can bring it up again. */
public final class RefusePromotionWorker implements Job<RefusePromotionWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    private final Promotions promotions;
    private final String what;

    /** @param what is refused, as the type of the job names it, such as {@code image-type} */
    RefusePromotionWorker(Promotions promotions, String what) {
        this.promotions = promotions;
        this.what = what;
    }

    @Override
    public String type() {
        return "gate:refuse-" + what + ":1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        promotions.refuse(input.promotionKey(),
                AuditEvent.bySystem(type(), what + "-refused", input.promotionKey(), Map.of()));
        return None.INSTANCE;
    }
}
