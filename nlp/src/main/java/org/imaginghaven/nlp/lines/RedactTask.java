package org.imaginghaven.nlp.lines;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.Redaction;
import org.imaginghaven.nlp.TextDetectors;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code {"id","text","known"}} to {@code {"id","text","findings"}}; findings are offsets into the text that came in. */
public record RedactTask(TextDetectors detectors) implements LineTask {

    private static final Set<String> KNOWN = Set.of("names", "staff", "relatives", "ids", "dates");

    @Override
    public ObjectNode answer(JsonNode question) {
        JsonNode known = Fields.object(question, "known", KNOWN);
        Redaction redaction = detectors.redact(Fields.text(question, "text"),
                new KnownIdentifiers(Fields.texts(known, "names"), Fields.texts(known, "staff"),
                        Fields.texts(known, "relatives"), Fields.texts(known, "ids"), Fields.texts(known, "dates")));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", Fields.id(question));
        answer.put("text", redaction.text());
        ArrayNode findings = answer.putArray("findings");
        for (Finding finding : redaction.findings()) {
            findings.addObject().put("start", finding.start()).put("end", finding.end())
                    .put("kind", finding.kind().name())
                    .put("rule", finding.rule()).put("confidence", finding.confidence());
        }
        return answer;
    }
}
