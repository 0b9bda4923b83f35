package org.imaginghaven.nlp.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.detect.FindingMerger;
import org.imaginghaven.nlp.rule.Rule.Action;
import org.imaginghaven.nlp.rule.Rule.Example;

/** Rules in order: the first that matches a finding decides. Counts how often each did. Thread-safe. */
public final class RuleSet {

    private final List<Rule> rules;
    private final Map<String, LongAdder> uses = new LinkedHashMap<>();

    private RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.rules.forEach(rule -> uses.put(rule.name(), new LongAdder()));
    }

    /** @throws RuleException when a rule is wrong or fails one of its examples */
    public static RuleSet read(InputStream in) {
        return new RuleSet(RuleFile.read(in));
    }

    /**
     * A set of one rule.
     *
     * @param rule as JSON
     * @throws RuleException when it is wrong or fails one of its examples
     */
    public static RuleSet of(String rule) {
        return none().and(List.of(rule));
    }

    /**
     * These rules and then others, each as JSON; one with the name of an earlier rule takes its place.
     *
     * @throws RuleException when one of them is wrong or fails one of its examples
     */
    public RuleSet and(List<String> others) {
        String list = "{\"rules\":[" + String.join(",", others) + "]}";
        return and(read(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))));
    }

    /** These rules and then others; one with the name of an earlier rule takes its place. */
    public RuleSet and(RuleSet others) {
        Map<String, Rule> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        others.rules.forEach(rule -> byName.put(rule.name(), rule));
        return new RuleSet(List.copyOf(byName.values()));
    }

    /** The rules that come with the project. */
    public static RuleSet bundled() {
        try (InputStream in = Objects.requireNonNull(RuleSet.class.getResourceAsStream("identifiability-rules.json"))) {
            return read(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** No rules: what the detectors find stands. */
    public static RuleSet none() {
        return new RuleSet(List.of());
    }

    public List<Rule> rules() {
        return rules;
    }

    /**
     * Findings after the rules; the patient's own identifiers stay whatever a rule says.
     *
     * @param column DICOM keyword or name of the field the text is from, empty when it has none
     * @param found sorted, without overlaps
     */
    public List<Finding> apply(String column, String text, List<Finding> found) {
        List<Finding> left = new ArrayList<>();
        for (Finding finding : found) {
            if (finding.rule().startsWith("known:") || !let(column, text, finding)) {
                left.add(finding);
            }
        }
        boolean reported = false;
        for (Rule rule : rules) {
            if (rule.action() == Action.REPORT && rule.forColumn(column)) {
                reported |= report(rule, text, left);
            }
        }
        return reported ? FindingMerger.merge(left) : List.copyOf(left);
    }

    private boolean let(String column, String text, Finding finding) {
        for (Rule rule : rules) {
            if (rule.action() != Action.REPORT && rule.matches(column, text, finding)) {
                use(rule);
                return true;
            }
        }
        return false;
    }

    private boolean report(Rule rule, String text, List<Finding> left) {
        boolean any = false;
        Matcher match = rule.value().orElseThrow().matcher(text);
        while (match.find()) {
            if (match.end() > match.start()) {
                left.add(new Finding(match.start(), match.end(), rule.reported().orElseThrow(), "rule:" + rule.name(),
                        0.99));
                use(rule);
                any = true;
            }
        }
        return any;
    }

    private void use(Rule rule) {
        Objects.requireNonNull(uses.get(rule.name())).increment();
    }

    /** How often each rule decided since the set was loaded, in order. */
    public Map<String, Long> uses() {
        Map<String, Long> counts = new LinkedHashMap<>();
        uses.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    /** Rules that decided nothing yet: candidates for removal once the whole store was read. */
    public List<String> neverUsed() {
        return uses().entrySet().stream().filter(use -> use.getValue() == 0).map(Map.Entry::getKey).toList();
    }

    /**
     * Pairs of rules that disagree about an example of one of them, as sentences. The earlier rule wins where both match, so a conflict
     * is no error, but somebody should know of it.
     */
    public List<String> conflicts() {
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = 0; j < rules.size(); j++) {
                Rule one = rules.get(i);
                Rule other = rules.get(j);
                if (i != j && !outcome(one).equals(outcome(other)) && disagree(one, other)) {
                    conflicts.add("rule " + one.name() + " (" + outcome(one) + ") and rule " + other.name() + " ("
                            + outcome(other) + ") both match an example of the first");
                } else if (i < j && one.action() != Action.REPORT && other.action() != Action.REPORT
                        && hidden(one, other)) {
                    conflicts.add("rule " + other.name() + " is never reached: " + one.name()
                            + " matches all its examples first");
                }
            }
        }
        return conflicts;
    }

    /** What becomes of what a rule matches: no finding, or a finding of a kind. */
    private static String outcome(Rule rule) {
        return rule.action() == Action.REPORT ? "REPORT " + rule.reported().orElseThrow() : "no finding";
    }

    private static boolean disagree(Rule one, Rule other) {
        return one.must().stream().anyMatch(example -> RuleFile.holds(other, example));
    }

    private static boolean hidden(Rule one, Rule other) {
        for (Example example : other.must()) {
            if (!RuleFile.holds(one, example)) {
                return false;
            }
        }
        return true;
    }
}
