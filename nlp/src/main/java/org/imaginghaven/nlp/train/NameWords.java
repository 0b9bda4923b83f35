package org.imaginghaven.nlp.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.imaginghaven.nlp.detect.Words;

/** Names that are other things too: ordinary words, and people whom diseases are named after. */
final class NameWords {

    private final List<String> given = new ArrayList<>();
    private final List<String> family = new ArrayList<>();
    private final List<String> eponyms = new ArrayList<>();

    NameWords(PeopleLists people, Words words) {
        for (String name : people.given()) {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (words.ordinary(lower) && !words.never(lower)) {
                given.add(name);
            }
        }
        SortedSet<String> surnames = new TreeSet<>();
        for (String line : SampleMaker.lines("/org/imaginghaven/nlp/lists/ordinary-surnames.txt")) {
            for (String word : line.split(" ")) {
                surnames.add(SlotFiller.capitalised(word));
            }
        }
        family.addAll(surnames);
        for (String file : List.of("/org/imaginghaven/nlp/lists/eponyms.txt",
                "/org/imaginghaven/nlp/lists/medical-eponyms.txt")) {
            for (String line : SampleMaker.lines(file)) {
                for (String word : line.split(" ")) {
                    if (word.length() > 3) {
                        eponyms.add(SlotFiller.capitalised(word));
                    }
                }
            }
        }
        eponyms.stream().filter(name -> words.surname(name.toLowerCase(java.util.Locale.ROOT))).forEach(family::add);
    }

    List<String> given() {
        return given;
    }

    List<String> family() {
        return family;
    }

    List<String> eponyms() {
        return eponyms;
    }
}
