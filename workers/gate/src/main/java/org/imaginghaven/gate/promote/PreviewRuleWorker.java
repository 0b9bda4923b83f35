package org.imaginghaven.gate.promote;

import java.util.List;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.rule.Rule;
import org.imaginghaven.nlp.rule.RulePreview;
import org.imaginghaven.nlp.rule.RuleSet;

/** Tries a proposed rule over every text of the store and prepares the reviewer's page. */
public final class PreviewRuleWorker implements Job<PreviewRuleWorker.In, PreviewRuleWorker.Out> {

    /** Variables in. */
    public record In(Key promotionKey) {
    }

    /**
     * Variables out.
     *
     * @param conflicts how many pairs of rules disagree once this one is in force
     */
    public record Out(Rule.Action ruleAction, int valuesRead, int findingsGone, int findingsNew, int conflicts) {
    }

    private final Promotions promotions;
    private final RuleStore store;
    private final ActiveRules active;
    private final StoreTexts texts;

    PreviewRuleWorker(Promotions promotions, RuleStore store, ActiveRules active, StoreTexts texts) {
        this.promotions = promotions;
        this.store = store;
        this.active = active;
        this.texts = texts;
    }

    @Override
    public String type() {
        return "gate:preview-rule:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) {
        String content = store.content(input.promotionKey());
        Rule rule = RuleSet.of(content).rules().getFirst();
        RuleSet proposed = active.rules().and(List.of(content));
        RulePreview preview = RulePreview.of(TextDetectors.standard(), active.rules(), proposed, texts::forEach);
        RuleEvidence evidence = new RuleEvidence(rule, preview, proposed.conflicts(), proposed.neverUsed());
        Out out = new Out(rule.action(), (int) Math.min(Integer.MAX_VALUE, preview.values()), evidence.gone(),
                evidence.added(), evidence.conflicts().size());
        promotions.keepEvidence(input.promotionKey(), evidence.items(),
                AuditEvent.bySystem(type(), "rule-previewed", input.promotionKey(),
                        Map.of("values", "" + out.valuesRead(), "gone", "" + out.findingsGone(), "new",
                                "" + out.findingsNew(), "conflicts", "" + out.conflicts())));
        return out;
    }
}
