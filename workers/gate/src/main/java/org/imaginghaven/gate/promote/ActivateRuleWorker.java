package org.imaginghaven.gate.promote;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Puts a reviewed rule in force; promotion and extraction use it from their next job. */
public final class ActivateRuleWorker implements Job<ActivateRuleWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    private final RuleStore rules;

    ActivateRuleWorker(RuleStore rules) {
        this.rules = rules;
    }

    @Override
    public String type() {
        return "gate:activate-rule:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        rules.activate(input.promotionKey(),
                AuditEvent.bySystem(type(), "rule-activated", input.promotionKey(), Map.of()));
        return None.INSTANCE;
    }
}
