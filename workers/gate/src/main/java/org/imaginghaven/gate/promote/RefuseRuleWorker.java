package org.imaginghaven.gate.promote;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Keeps a rule out; only a new proposal can bring it up again. */
public final class RefuseRuleWorker implements Job<RefuseRuleWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    private final Promotions promotions;

    RefuseRuleWorker(Promotions promotions) {
        this.promotions = promotions;
    }

    @Override
    public String type() {
        return "gate:refuse-rule:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        promotions.refuse(input.promotionKey(),
                AuditEvent.bySystem(type(), "rule-refused", input.promotionKey(), Map.of()));
        return None.INSTANCE;
    }
}
