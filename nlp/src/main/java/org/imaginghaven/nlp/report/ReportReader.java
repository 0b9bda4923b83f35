package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.imaginghaven.nlp.report.Standing.Assertion;
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
     * @param standings by id of concept, how the report as a whole stands to it: present before uncertain before absent. What
     *        is present or uncertain is so for every broader concept too; a concept it does not mention is not in it, and one
     *        that is asked for, past or somebody else's is not either
     */
    public record Report(List<Section> sections, List<Mention> mentions, SortedMap<String, Assertion> standings) {

        public Report {
            sections = List.copyOf(sections);
            mentions = List.copyOf(mentions);
            standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
        }

        /** Ids of concepts that stand in one way. */
        public SortedSet<String> standing(Assertion assertion) {
            SortedSet<String> ids = new TreeSet<>();
            standings.forEach((id, standing) -> {
                if (standing == assertion) {
                    ids.add(id);
                }
            });
            return ids;
        }
    }

    /** Versions of everything a reading rests on; a report is read again when one changes. */
    public static String version() {
        return Lexicon.VERSION + " " + Assertions.VERSION;
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
        SortedMap<String, Assertion> standings = new TreeMap<>();
        for (Lexicon.Named named : lexicon.find(text)) {
            Mention mention = mention(text, parts, named);
            mentions.add(mention);
            if (mention.isReported()) {
                Assertion assertion = mention.standing().assertion();
                keep(standings, named.concept(), assertion);
                if (assertion != Assertion.ABSENT) {
                    lexicon.ancestors(named.concept().id()).forEach(broader -> keep(standings, broader, assertion));
                }
            }
        }
        return new Report(parts, mentions, standings);
    }

    private static void keep(SortedMap<String, Assertion> standings, Concept concept, Assertion assertion) {
        standings.merge(concept.id(), assertion, (one, other) -> one.outweighs(other) ? one : other);
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
