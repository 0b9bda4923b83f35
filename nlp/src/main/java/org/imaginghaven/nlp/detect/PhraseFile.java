package org.imaginghaven.nlp.detect;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads phrases that stand before a name or behind it, from a resource beside this class: lists of {@code words}, each a list of
 * alternatives that may use an earlier one as {@code %list%}, and {@code rules} in order. Every rule carries examples, with the
 * name in double brackets; a rule that fails one of its own is not loaded, and neither is the file.
 */
final class PhraseFile {

    private static final Pattern LIST = Pattern.compile("%([a-zA-Z]+)%");

    /** A rule of the file: its pattern ends where a name begins, or begins where one ends. */
    record Phrase(String name, boolean before, Pattern pattern, JsonNode fields) {

        /** Whether the phrase stands at the double brackets of an example. */
        boolean holds(String example) {
            int open = example.indexOf("[[");
            int close = example.indexOf("]]");
            if (!before) {
                return pattern.matcher(example.substring(close + 2)).lookingAt();
            }
            String text = example.replace("[[", "").replace("]]", "");
            Matcher match = pattern.matcher(text);
            for (int from = 0; from <= open && match.find(from); from = match.start() + 1) {
                if (match.end() == open) {
                    return true;
                }
            }
            return false;
        }
    }

    private final String file;
    private final Map<String, String> words = new HashMap<>();

    private PhraseFile(String file) {
        this.file = file;
    }

    /**
     * The rules of a file in order.
     *
     * @param lists alternatives of the code that the file may use too
     * @throws IllegalStateException when the file is wrong or a rule fails one of its examples
     */
    static List<Phrase> read(String file, Map<String, String> lists) {
        try (InputStream in = PhraseFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the phrases " + file + " are not on the class path");
            }
            JsonNode root = new ObjectMapper().readTree(in);
            PhraseFile reader = new PhraseFile(file);
            reader.words.putAll(lists);
            root.path("words").properties().forEach(list -> reader.list(list.getKey(), list.getValue()));
            return reader.rules(root.path("rules"));
        } catch (IOException broken) {
            throw new IllegalStateException("the phrases " + file + " cannot be read", broken);
        }
    }

    private void list(String name, JsonNode alternatives) {
        List<String> all = new ArrayList<>();
        alternatives.forEach(alternative -> all.add(filled(name, alternative.asText())));
        if (all.isEmpty() || words.putIfAbsent(name, "(?:" + String.join("|", all) + ")") != null) {
            throw fault(name, "is an empty list or one that is there twice");
        }
    }

    private List<Phrase> rules(JsonNode nodes) {
        List<Phrase> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : nodes) {
            Phrase rule = rule(node);
            if (!names.add(rule.name())) {
                throw fault(rule.name(), "is there twice");
            }
            examples(rule, "must", true);
            examples(rule, "mustNot", false);
            rules.add(rule);
        }
        return List.copyOf(rules);
    }

    private Phrase rule(JsonNode node) {
        String name = node.path("name").asText("");
        boolean before = node.has("before");
        if (name.isEmpty() || before == node.has("behind")) {
            throw fault(name, "needs a name and either \"before\" or \"behind\"");
        }
        String text = filled(name, node.path(before ? "before" : "behind").asText());
        try {
            return new Phrase(name, before,
                    Pattern.compile(before ? "(?im)(?<![\\p{L}\\d])" + text : "^(?:" + text + ")"), node);
        } catch (PatternSyntaxException broken) {
            throw fault(name, "has a pattern that is broken at character " + broken.getIndex());
        }
    }

    private void examples(Phrase rule, String field, boolean holds) {
        JsonNode examples = rule.fields().path(field);
        if (examples.isEmpty()) {
            throw fault(rule.name(), "needs an example in \"" + field + "\"");
        }
        for (JsonNode example : examples) {
            if (rule.holds(example.asText()) != holds) {
                throw fault(rule.name(), "fails an example of \"" + field + "\": " + example.asText());
            }
        }
    }

    private String filled(String rule, String text) {
        return LIST.matcher(text).replaceAll(list -> {
            String alternatives = words.get(list.group(1));
            if (alternatives == null) {
                throw fault(rule, "uses a list that is not above it: " + list.group(1));
            }
            return Matcher.quoteReplacement(alternatives);
        });
    }

    private IllegalStateException fault(String rule, String what) {
        return new IllegalStateException("in the phrases " + file + " the entry \"" + rule + "\" " + what);
    }
}
