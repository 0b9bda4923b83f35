package org.imaginghaven.gate.promote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.imaginghaven.nlp.rule.Rule;
import org.imaginghaven.nlp.rule.RuleException;
import org.imaginghaven.nlp.rule.RuleSet;

/** A rule as somebody sent it, checked. */
record ProposedRule(String name, String action, String content) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,9}");
    private static final int LONGEST = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static ProposedRule of(String text, String author) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A rule of more than " + LONGEST + " characters.");
        }
        try {
            JsonNode sent = JSON.readTree(text);
            if (!(sent instanceof ObjectNode content)) {
                throw new IllegalArgumentException("Send a rule as a JSON object.");
            }
            content.put("author", author);
            Rule rule = RuleSet.of(content.toString()).rules().getFirst();
            if (!NAME.matcher(rule.name()).matches()) {
                throw new IllegalArgumentException(
                        "Name the rule in small letters with hyphens, such as makers-words.");
            }
            return new ProposedRule(rule.name(), rule.action().name().toLowerCase(Locale.ROOT), content.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The rule is not JSON.");
        } catch (RuleException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }
}
