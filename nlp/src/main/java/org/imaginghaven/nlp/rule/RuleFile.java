package org.imaginghaven.nlp.rule;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.rule.Rule.Action;
import org.imaginghaven.nlp.rule.Rule.Example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads rules from JSON and runs their examples; a rule that fails one of its own is not loaded, and neither is the file. */
final class RuleFile {

    private static final Set<String> FIELDS = Set.of("name", "action", "author", "reason", "columns", "kinds", "value",
            "before", "after",
            "report", "must", "mustNot");

    private RuleFile() {
    }

    static List<Rule> read(InputStream in) {
        JsonNode file;
        try {
            file = new ObjectMapper().readTree(in);
        } catch (JsonProcessingException broken) {
            throw new RuleException("the rules are not JSON at line " + broken.getLocation().getLineNr());
        } catch (IOException fault) {
            throw new RuleException("the rules cannot be read (" + fault.getClass().getSimpleName() + ")");
        }
        if (!file.path("rules").isArray()) {
            throw new RuleException("the rules need a list \"rules\"");
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (JsonNode node : file.path("rules")) {
            number++;
            Rule rule = rule(node, number);
            if (!names.add(rule.name())) {
                throw new RuleException("rule " + number + " has the name of another: " + rule.name());
            }
            check(rule);
            rules.add(rule);
        }
        return rules;
    }

    private static Rule rule(JsonNode node, int number) {
        String name = node.path("name").asText("");
        String where = "rule " + number + (name.isEmpty() ? "" : " (" + name + ")");
        node.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new RuleException(where + " has an unknown field \"" + field + "\"");
            }
        });
        for (String field : List.of("name", "action", "author", "reason")) {
            if (node.path(field).asText("").isBlank()) {
                throw new RuleException(where + " needs the field \"" + field + "\"");
            }
        }
        Action action = constant(Action.class, node.path("action").asText(), where);
        Set<FindingKind> kinds = new HashSet<>();
        texts(node, "kinds").forEach(kind -> kinds.add(constant(FindingKind.class, kind, where)));
        Optional<FindingKind> reported = Optional.ofNullable(node.get("report"))
                .map(kind -> constant(FindingKind.class, kind.asText(), where));
        if (action == Action.REPORT == reported.isEmpty()) {
            throw new RuleException(where + " needs the field \"report\" if and only if its action is report");
        }
        Rule rule = new Rule(name, action, node.path("author").asText(), node.path("reason").asText(),
                new HashSet<>(texts(node, "columns")),
                kinds, pattern(node, "value", where), pattern(node, "before", where), pattern(node, "after", where),
                reported,
                examples(node, "must"), examples(node, "mustNot"));
        if (rule.value().isEmpty() && (action != Action.IGNORE || rule.before().isEmpty() && rule.after().isEmpty())) {
            throw new RuleException(
                    where + " matches everything: give it a value, or for ignore words before or after");
        }
        if (rule.must().isEmpty() || rule.mustNot().isEmpty()) {
            throw new RuleException(where + " needs at least one example in \"must\" and one in \"mustNot\"");
        }
        return rule;
    }

    private static void check(Rule rule) {
        for (int i = 0; i < rule.must().size(); i++) {
            if (!holds(rule, rule.must().get(i))) {
                throw new RuleException("rule " + rule.name() + " does not match example " + (i + 1) + " of \"must\"");
            }
        }
        for (int i = 0; i < rule.mustNot().size(); i++) {
            if (holds(rule, rule.mustNot().get(i))) {
                throw new RuleException("rule " + rule.name() + " matches example " + (i + 1) + " of \"mustNot\"");
            }
        }
    }

    /** Whether a rule says something about the span an example marks; the finding is taken to be of a kind the rule is for. */
    static boolean holds(Rule rule, Example example) {
        String text = example.plain();
        if (rule.action() == Action.REPORT) {
            Matcher match = rule.value().orElseThrow().matcher(text);
            while (match.find()) {
                if (rule.forColumn(example.column()) && match.start() < example.end()
                        && example.start() < match.end()) {
                    return true;
                }
            }
            return false;
        }
        FindingKind kind = rule.kinds().stream().sorted().findFirst().orElse(FindingKind.PATIENT_NAME);
        return example.end() > example.start()
                && rule.matches(example.column(), text,
                        new Finding(example.start(), example.end(), kind, "example", 1));
    }

    private static List<Example> examples(JsonNode node, String field) {
        List<Example> examples = new ArrayList<>();
        node.path(field).forEach(example -> examples
                .add(new Example(example.path("column").asText(""), example.path("text").asText(""))));
        return examples;
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<Pattern> pattern(JsonNode node, String field, String where) {
        if (!node.has(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(node.path(field).asText()));
        } catch (PatternSyntaxException broken) {
            throw new RuleException(
                    where + " has a pattern in \"" + field + "\" that is broken at character " + broken.getIndex());
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text, String where) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new RuleException(
                where + " says \"" + text + "\"; it must be one of " + List.of(type.getEnumConstants()));
    }
}
