package org.imaginghaven.gate.promote;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/**
 * Puts the rule of a class of image in force, as inspected and signed off: what the sample proposed for that decision, or
 * the boxes the inspector wrote in its place.
 */
public final class ActivatePixelRuleWorker implements Job<ActivatePixelRuleWorker.In, Job.None> {

    /** What the inspector decided. */
    public enum PixelDecision {
        CLEAN, BLANK_REGIONS, REFUSE
    }

    /** Variables in. */
    public record In(Key promotionKey, PixelDecision pixelDecision) {
    }

    private final Promotions promotions;

    ActivatePixelRuleWorker(Promotions promotions) {
        this.promotions = promotions;
    }

    @Override
    public String type() {
        return "gate:activate-pixel-rule:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        Key promotion = input.promotionKey();
        Map<String, String> proposal = promotions.evidence(promotion).stream()
                .filter(item -> item.item().equals(SampleImageTypeWorker.PROPOSAL)).findFirst().orElseThrow().content();
        String action = switch (input.pixelDecision()) {
            case CLEAN -> proposal.getOrDefault(SampleImageTypeWorker.IF_CLEAN, PixelProposal.CLEAN);
            case BLANK_REGIONS -> proposal.getOrDefault(SampleImageTypeWorker.IF_BLANK, PixelProposal.LOOK);
            case REFUSE -> throw new IllegalStateException("a refused class of image gets no rule");
        };
        promotions.activate(promotion, action, AuditEvent.bySystem(type(), "pixel-rule-activated", promotion,
                Map.of("action", action.split(" ", 2)[0])));
        return None.INSTANCE;
    }
}
