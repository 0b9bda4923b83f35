package org.imaginghaven.nlp.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Forenames and surnames, from lists, made of syllables and out of ordinary words; those of training and of the held-out score
 * are apart.
 */
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
    private static final List<String> GIVEN_ENDS = List.of("a", "ie", "in", "an", "o", "el", "is", "una", "esh", "ia",
            "y", "ette", "olu", "eem");
    private static final List<String> STARTS = List.of("Mac", "Mc", "O'", "Fitz", "De ", "Van ", "Al-", "El ", "St ",
            "Di ", "Ní ", "Bin ", "van der ", "de la ");
    private static final List<String> BRAND_ENDS = List.of("ix", "ol", "ara", "vue", "ex", "ium", "scan", "flo", "vist",
            "paque",
            "ene", "in", "ide", "one", "trex", "inex", "olol", "alol", "grel", "sphere", "Close", "pro", "ray", "na",
            "oxaban",
            "dipine", "Flex", "Guard", "tin", "mab", "osa", "fort", "yl", "syn", "max", "rel", "bond", "form", "art",
            "sor", "pril", "zole", "ra", "ax", "il", "cort",
            "derm", "gel", "san", "lyn", "quil", "vir");
    private static final List<String> BRAND_MIDDLES = List.of("o", "a", "i", "ova", "eri", "ona", "axi", "ipro", "ulo",
            "ozy", "ivi", "yxo");
    /** What words of medicine begin and end with. */
    private static final List<String> MEDICAL_STARTS = List.of("multi", "pancreatico", "neuro", "gastro", "hepato",
            "cardio", "osteo", "peri", "endo", "broncho", "fibro", "lympho", "angio", "cholecysto", "retro", "supra",
            "infra", "hyper", "hypo", "micro", "macro", "trans", "inter", "pseudo", "veno", "arterio", "costo",
            "spondylo",
            "thrombo", "uretero", "procto", "sterno");
    private static final List<String> MEDICAL_ENDS = List.of("planar", "biliary", "vascular", "surgery", "surg",
            "lateral", "graphy", "gram", "scopy", "plasty", "tomy", "stomy", "itis", "osis", "oma", "pathy", "megaly",
            "lith", "cele", "ectasis", "genic", "lytic", "dense", "intense", "echoic", "phrenic", "clavicular",
            "peritoneal", "pleural", "muscular", "cystic", "static", "blastic", "wire", "mapping", "vertebral");

    private final Random random;
    private final Deck given;
    private final Deck wordGiven;
    private final Deck family;
    private final Deck wordFamily;

    /** @param words those that are surnames too */
    NameMaker(PeopleLists people, NameWords words, Random random, boolean training) {
        this.random = random;
        this.given = new Deck(part(List.copyOf(people.given()), training), random);
        this.family = new Deck(part(List.copyOf(people.family()), training), random);
        this.wordGiven = new Deck(part(words.given(), training), random);
        this.wordFamily = new Deck(part(words.family(), training), random);
    }

    /** Every fourth name is left for the score. */
    private static List<String> part(List<String> names, boolean training) {
        List<String> part = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i % 4 == 0 != training) {
                part.add(names.get(i));
            }
        }
        return part;
    }

    String given() {
        return switch (random.nextInt(12)) {
            case 0, 1, 3 -> syllable() + pick(GIVEN_ENDS);
            case 2 -> wordGiven.draw();
            default -> given.draw();
        };
    }

    String surname() {
        String name = switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> made();
            case 7, 8, 9, 10 -> wordFamily.draw();
            default -> family.draw();
        };
        return random.nextInt(25) == 0 ? name + "-" + (random.nextBoolean() ? family.draw() : made()) : name;
    }

    String initial() {
        return Character.toString('A' + random.nextInt(26));
    }

    String town(List<String> ends) {
        return syllable() + pick(ends);
    }

    String brand() {
        String brand = random.nextInt(3) == 0
                ? syllable() + pick(BRAND_MIDDLES) + pick(BRAND_ENDS)
                : syllable() + pick(BRAND_ENDS);
        return random.nextInt(3) == 0 ? brand + "-" + (100 + 10 * random.nextInt(30)) : brand;
    }

    String medical() {
        return pick(MEDICAL_STARTS) + pick(MEDICAL_ENDS);
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
