package org.imaginghaven.nlp.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Forenames and surnames, from lists and made of syllables; those of training and of the held-out score are apart. */
final class NameMaker {

    private static final List<String> ONSETS = List.of("B", "Bl", "Br", "C", "Ch", "Cl", "Cr", "D", "Dr", "F", "Fl",
            "G", "Gl",
            "Gr", "H", "J", "K", "Kn", "L", "M", "N", "P", "Pr", "Qu", "R", "S", "Sh", "Sk", "St", "Str", "T", "Th",
            "Tr", "V", "W",
            "Wh", "Y", "Z");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ai", "ea", "ee", "oo", "ou", "au",
            "y");
    private static final List<String> CODAS = List.of("b", "ck", "ckl", "d", "ff", "g", "l", "ld", "lk", "ll", "m",
            "mb", "n", "nd",
            "ng", "nk", "nt", "p", "r", "rd", "rk", "rm", "rn", "rs", "s", "sh", "st", "t", "th", "tt", "v", "w", "x");
    private static final List<String> ENDS = List.of("son", "ton", "ley", "land", "ie", "er", "man", "well", "ford",
            "wood", "ham",
            "by", "ick", "ock", "an", "en", "on", "ell", "ett", "is", "s", "", "", "worth", "ski", "ova", "ez", "ini",
            "berg", "oğlu",
            "ström", "adze", "kar", "wala", "nko", "dottir");
    private static final List<String> STARTS = List.of("Mac", "Mc", "O'", "Fitz", "De", "Van ", "Al-", "El ");
    private static final List<String> BRAND_ENDS = List.of("ix", "ol", "ara", "vue", "ex", "ium", "scan", "flo", "vist",
            "paque",
            "ene", "in", "ide", "one");

    private final Random random;
    private final Deck given;
    private final Deck family;

    NameMaker(PeopleLists people, Random random, boolean training) {
        this.random = random;
        this.given = new Deck(half(List.copyOf(people.given()), training), random);
        this.family = new Deck(half(List.copyOf(people.family()), training), random);
    }

    /** Every fourth name is left for the score. */
    private static List<String> half(List<String> names, boolean training) {
        List<String> part = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i % 4 == 0 != training) {
                part.add(names.get(i));
            }
        }
        return part;
    }

    String given() {
        return random.nextInt(4) == 0
                ? syllable() + pick(List.of("a", "ie", "in", "an", "o", "el", "is"))
                : given.draw();
    }

    String surname() {
        String name = random.nextBoolean() ? family.draw() : made();
        return random.nextInt(25) == 0 ? name + "-" + (random.nextBoolean() ? family.draw() : made()) : name;
    }

    String initial() {
        return Character.toString('A' + random.nextInt(26));
    }

    String town(List<String> ends) {
        return syllable() + pick(ends);
    }

    String brand() {
        String brand = syllable() + pick(BRAND_ENDS);
        return random.nextInt(3) == 0 ? brand + "-" + (100 + 10 * random.nextInt(30)) : brand;
    }

    private String made() {
        String name = syllable() + pick(ENDS);
        return random.nextInt(6) == 0 ? pick(STARTS) + name : name;
    }

    private String syllable() {
        return pick(ONSETS) + pick(VOWELS) + pick(CODAS);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
