package org.imaginghaven.nlp.train;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

import net.datafaker.Faker;

/** Forenames and surnames in the Latin alphabet out of Datafaker's lists. */
final class PeopleLists {

    private static final List<String> LOCALES = List.of("en", "en-GB", "en-IN", "en-NG", "en-ZA", "en-AU", "en-CA",
            "en-PK",
            "en-PH", "en-SG", "pl", "de", "fr", "es", "it", "nl", "pt", "pt-BR", "sv", "da-DK", "nb-NO", "fi-FI", "tr",
            "cs", "sk",
            "hu", "hr", "et", "lv", "ca", "sq", "id", "vi", "ro-MD", "de-CH", "de-AT", "fr-CH", "nl-BE", "es-MX");
    private static final List<String> GIVEN = List.of("name.male_first_name", "name.female_first_name",
            "name.first_name");
    private static final List<String> FAMILY = List.of("name.last_name", "name.male_last_name",
            "name.female_last_name");

    private final SortedSet<String> given = new TreeSet<>();
    private final SortedSet<String> family = new TreeSet<>();

    PeopleLists() {
        for (String locale : LOCALES) {
            Faker faker = new Faker(Locale.forLanguageTag(locale), new Random(1));
            GIVEN.forEach(key -> add(faker, key, given));
            FAMILY.forEach(key -> add(faker, key, family));
        }
    }

    SortedSet<String> given() {
        return given;
    }

    SortedSet<String> family() {
        return family;
    }

    private static void add(Faker faker, String key, SortedSet<String> names) {
        Object value = faker.fakeValuesService().fetchObject(key, faker.getContext());
        if (value instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof String name
                        && name.matches("\\p{Lu}[\\p{IsLatin}'’]{1,}(?:-\\p{Lu}\\p{IsLatin}+)?")) {
                    names.add(name);
                }
            }
        }
    }
}
