package org.imaginghaven.nlp.lines;

import java.util.List;

import org.imaginghaven.nlp.report.Mention;
import org.imaginghaven.nlp.report.ReportReader;
import org.imaginghaven.nlp.report.Standing;
import org.imaginghaven.nlp.report.Targets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code {"id","text","targets"}} to {@code {"id","targets","concepts"}}; a target that the text does not name has assertion
 * null, since not mentioned is not absent.
 */
public record AnnotateTask(ReportReader reader, Targets targets) implements LineTask {

    /** With the lexicon and the triggers that come with the project. */
    public static AnnotateTask standard() {
        ReportReader reader = new ReportReader();
        return new AnnotateTask(reader, new Targets(reader.assertions()));
    }

    @Override
    public ObjectNode answer(JsonNode question) {
        String text = Fields.text(question, "text");
        List<String> asked = Fields.texts(question, "targets");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", Fields.id(question));
        ArrayNode list = answer.putArray("targets");
        for (String target : asked) {
            ObjectNode entry = list.addObject().put("text", target);
            targets.assess(text, target).ifPresentOrElse(standing -> standing(entry, standing),
                    () -> entry.putNull("assertion").putNull("time").putNull("experiencer"));
        }
        ArrayNode concepts = answer.putArray("concepts");
        reader.read(text).mentions().forEach(mention -> concept(concepts.addObject(), mention));
        return answer;
    }

    private static void concept(ObjectNode entry, Mention mention) {
        entry.put("concept", mention.concept().id()).put("name", mention.concept().name()).put("start", mention.start())
                .put("end", mention.end()).put("section", Standing.word(mention.section()));
        standing(entry, mention.standing());
        mention.side().ifPresent(side -> entry.put("side", side));
        mention.place().ifPresent(place -> entry.put("anatomy", place));
        mention.millimetres().ifPresent(length -> entry.put("millimetres", length));
        mention.change().ifPresent(change -> entry.put("change", change));
        entry.put("rule", mention.rule());
    }

    private static void standing(ObjectNode entry, Standing standing) {
        entry.put("assertion", Standing.word(standing.assertion())).put("time", Standing.word(standing.time()))
                .put("experiencer", Standing.word(standing.experiencer())).put("rule", standing.rule());
    }
}
