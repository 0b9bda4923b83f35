package org.imaginghaven.nlp.train;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.datafaker.Faker;

/** The words of the names of drugs in Datafaker's lists, which reports write with a capital too. */
final class DrugLists {

    private static final List<String> NAMES = List.of("medical.medicine_name", "healthcare.medication.drug_name");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    private final SortedSet<String> words = new TreeSet<>();

    DrugLists() {
        Faker faker = new Faker(Locale.ENGLISH, new Random(1));
        for (String name : NAMES) {
            if (!(faker.fakeValuesService().fetchObject(name, faker.getContext()) instanceof List<?> drugs)) {
                throw new IllegalStateException("Datafaker has no list " + name);
            }
            for (Object drug : drugs) {
                Matcher word = WORD.matcher(drug.toString().toLowerCase(Locale.ROOT));
                while (word.find()) {
                    words.add(word.group());
                }
            }
        }
    }

    SortedSet<String> words() {
        return words;
    }
}
