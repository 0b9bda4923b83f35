package org.imaginghaven.gate.promote;

import java.util.List;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.rule.RuleSet;
import org.imaginghaven.schema.ZoneDatabase;

/**
 * The detectors with the rules that are in force now: those that come with the project, then those people promoted. A rule that
 * cannot be read any more stops whoever asks, rather than being left out.
 */
public final class ActiveRules {

    private final RuleStore store;
    private List<String> keys = List.of();
    private TextDetectors detectors = TextDetectors.standard();

    public ActiveRules(ZoneDatabase database) {
        this(new JdbcRuleStore(database));
    }

    ActiveRules(RuleStore store) {
        this.store = store;
    }

    /** Made anew only when the rules changed. */
    public synchronized TextDetectors detectors() {
        List<String> now = store.activeKeys();
        if (!now.equals(keys)) {
            detectors = TextDetectors.standard().withRules(rules());
            keys = now;
        }
        return detectors;
    }

    /** The rules in force, with nothing counted yet. */
    RuleSet rules() {
        return RuleSet.bundled().and(store.active());
    }
}
