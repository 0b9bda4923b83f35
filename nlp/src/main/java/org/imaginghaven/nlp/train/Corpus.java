package org.imaginghaven.nlp.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.imaginghaven.nlp.detect.Words;
import org.imaginghaven.nlp.report.Concept;
import org.imaginghaven.nlp.report.Lexicon;

import opennlp.tools.namefind.NameSample;

/** All that the name model is trained on and scored with: template sentences, WordNet's examples, sentences of reports. */
final class Corpus {

    /** Of ten sentences as many are of templates, of examples with somebody and of examples without. */
    private static final int TEMPLATES = 4;
    private static final int PEOPLE = 2;

    private final PeopleLists people;
    private final NameWords nameWords;
    private final List<String> words;
    private final ExampleSentences examples = new ExampleSentences();
    private final List<String> drugs = List.copyOf(new DrugLists().words());

    /** @param words that are used often */
    Corpus(PeopleLists people, List<String> words) {
        this.people = people;
        this.words = words;
        this.nameWords = new NameWords(people, Words.load());
    }

    List<NameSample> training(long seed, int count) {
        List<NameSample> all = new ArrayList<>(count);
        int tenth = count / 10;
        all.addAll(maker(SampleMaker.lines("templates.txt"), seed, true).varied(tenth * TEMPLATES));
        all.addAll(maker(examples.people(), seed + 1, true).varied(tenth * PEOPLE));
        all.addAll(maker(examples.others(), seed + 2, true).varied(tenth));
        all.addAll(maker(examples.things(), seed + 3, true).varied(tenth));
        all.addAll(maker(SampleMaker.lines("reports.txt"), seed + 4, true).varied(count - all.size()));
        return all;
    }

    /** Sentences of other templates with other names; the sentences about nobody and the eponyms are those of training too. */
    List<NameSample> heldOut(long seed, int count) {
        return maker(SampleMaker.lines("held-out.txt"), seed, false).samples(count);
    }

    private SampleMaker maker(List<String> templates, long seed, boolean training) {
        Random random = new Random(seed);
        NameMaker names = new NameMaker(people, nameWords, random, training);
        return new SampleMaker(templates, new SlotFiller(names, decks(random), random), seed);
    }

    private Map<String, Deck> decks(Random random) {
        Map<String, Deck> decks = new HashMap<>();
        decks.put("neg", new Deck(SampleMaker.lines("negatives.txt"), random));
        decks.put("HEAD", new Deck(SampleMaker.lines("headings.txt"), random));
        decks.put("word", new Deck(words, random));
        decks.put("substance", new Deck(drugs, random));
        decks.put("eponym", new Deck(nameWords.eponyms(), random));
        terms().forEach((slot, terms) -> decks.put(slot, new Deck(terms, random)));
        return decks;
    }

    /** The names of the lexicon by kind, and what the sentences need beside them. */
    private static Map<String, List<String>> terms() {
        Map<String, List<String>> terms = new TreeMap<>();
        for (Concept concept : Lexicon.standard().concepts()) {
            terms.computeIfAbsent(concept.kind(), kind -> new ArrayList<>()).addAll(concept.names());
        }
        for (String line : SampleMaker.lines("terms.txt")) {
            String[] fields = line.split(" ; ");
            terms.computeIfAbsent(fields[0], kind -> new ArrayList<>()).addAll(List.of(fields[1].split(" \\| ")));
        }
        return terms;
    }
}
