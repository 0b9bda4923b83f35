package org.imaginghaven.gate.promote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.imaginghaven.nlp.rule.Rule;
import org.imaginghaven.nlp.rule.RulePreview;

/** What the reviewer of a rule looks at: what it says, what it would have changed, masked, and how it fits the others. */
record RuleEvidence(Rule rule, RulePreview preview, List<String> conflicts, List<String> neverUsed) {

    List<EvidenceItem> items() {
        List<EvidenceItem> items = new ArrayList<>();
        items.add(EvidenceItem.text("1-rule", says()));
        TreeSet<String> columns = new TreeSet<>(preview.fewer().keySet());
        columns.addAll(preview.more().keySet());
        if (columns.isEmpty()) {
            items.add(change("none"));
        }
        columns.forEach(column -> items.add(change(column)));
        listed(items, "3-sample-", "Example, masked", preview.samples());
        listed(items, "4-conflict-", "Conflict", conflicts);
        listed(items, "5-unused-", "Rule that nothing in the store used", neverUsed);
        return items;
    }

    private EvidenceItem change(String column) {
        return EvidenceItem.text("2-change-" + column, Map.of("Column", column, "Findings gone",
                preview.fewer().getOrDefault(column, 0L).toString(), "Findings new",
                preview.more().getOrDefault(column, 0L).toString()));
    }

    private Map<String, String> says() {
        Map<String, String> says = new LinkedHashMap<>();
        says.put("1 Rule", rule.name());
        says.put("2 What it does", rule.action().name().toLowerCase(Locale.ROOT));
        says.put("3 Proposed by", rule.author());
        says.put("4 Reason", rule.reason());
        says.put("5 Columns", rule.columns().isEmpty() ? "all" : String.join(", ", new TreeSet<>(rule.columns())));
        says.put("6 Kinds of finding", rule.kinds().isEmpty() ? "all" : new TreeSet<>(rule.kinds()).toString());
        says.put("7 Value", rule.value().map(Pattern::pattern).orElse("any"));
        says.put("8 Before and after", rule.before().map(Pattern::pattern).orElse("any") + " / "
                + rule.after().map(Pattern::pattern).orElse("any"));
        says.put("9 Values read", Long.toString(preview.values()));
        return says;
    }

    private static void listed(List<EvidenceItem> items, String prefix, String label, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            items.add(EvidenceItem.text(String.format(Locale.ROOT, "%s%03d", prefix, i), Map.of(label, lines.get(i))));
        }
    }

    int gone() {
        return total(preview.fewer());
    }

    int added() {
        return total(preview.more());
    }

    private static int total(Map<String, Long> counts) {
        return (int) Math.min(Integer.MAX_VALUE, counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
