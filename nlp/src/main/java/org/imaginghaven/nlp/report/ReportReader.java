package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.imaginghaven.nlp.report.Standing.Time;

/** Reads a report: sections, concepts, and how the report stands to each. Thread-safe; share one. */
public final class ReportReader {

    private final Lexicon lexicon = Lexicon.standard();
    private final Sections sections = Sections.standard();
    private final Assertions assertions = Assertions.standard();
    private final Attributes attributes = new Attributes();

    /**
     * A report read.
     *
     * @param found ids of concepts the patient has, and of all broader ones
     * @param ruledOut ids of concepts the report says the patient does not have and names nowhere as found
     */
    public record Report(List<Section> sections, List<Mention> mentions, SortedSet<String> found,
            SortedSet<String> ruledOut) {
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    public Assertions assertions() {
        return assertions;
    }

    public Report read(String text) {
        List<Section> parts = sections.of(text);
        List<Mention> mentions = new ArrayList<>();
        SortedSet<String> found = new TreeSet<>();
        SortedSet<String> ruledOut = new TreeSet<>();
        for (Lexicon.Named named : lexicon.find(text)) {
            Mention mention = mention(text, parts, named);
            mentions.add(mention);
            if (mention.isFound()) {
                found.add(named.concept().id());
                lexicon.ancestors(named.concept().id()).forEach(broader -> found.add(broader.id()));
            } else if (mention.isRuledOut()) {
                ruledOut.add(named.concept().id());
            }
        }
        ruledOut.removeAll(found);
        return new Report(parts, List.copyOf(mentions), found, ruledOut);
    }

    private Mention mention(String text, List<Section> parts, Lexicon.Named named) {
        Section.Kind section = parts.stream()
                .filter(part -> part.start() <= named.start() && named.start() < part.end())
                .map(Section::kind).findFirst().orElse(Section.Kind.NONE);
        Standing standing = assertions.assess(text, named.start(), named.end());
        if (section == Section.Kind.HISTORY && standing.time() == Time.CURRENT) {
            standing = new Standing(standing.assertion(), Time.PAST, standing.experiencer(),
                    standing.rule() + " section:history");
        }
        Clause clause = Clause.around(text, named.start());
        String words = text.substring(clause.start(), clause.end());
        int start = named.start() - clause.start();
        int end = Math.min(named.end(), clause.end()) - clause.start();
        return new Mention(named.concept(), named.start(), named.end(), section, standing,
                attributes.side(words, start, end),
                attributes.place(words, start, end), attributes.millimetres(words, start, end),
                attributes.change(words, start, end),
                Lexicon.VERSION + " " + standing.rule());
    }
}
