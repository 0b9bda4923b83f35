package org.imaginghaven.nlp.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a word may be: an ordinary word, a forename, a surname, a place, an eponym. Ordinary words and places are made by the
 * build from WordNet, forenames and surnames from Datafaker; the rest is kept beside this class's resources.
 */
public final class Words {

    private static final String FOLDER = "/org/imaginghaven/nlp/lists/";
    private static final String[] ENDINGS = {"s", "es", "ed", "d", "ing", "ly", "er", "est", "ness", "al", "ally"};

    private static final Pattern NOT_SURNAME = Pattern
            .compile(".*(?:ist|ian|logy|graph|grapher|mate|mother|father|child|doctor|nurse|ant|ee|or)|" + Kin.WORD);

    private static final Pattern KIN = Pattern.compile(Kin.WORD);

    private static final Pattern PREFIX = Pattern.compile(
            "(?:non|duo|uni|tri|post|pre|multi|pseudo|anti|micro|macro|hyper|hypo|intra|extra|peri|retro|supra|infra|trans|inter|sub|re|over|under|neuro|cardio|gastro|pancreatico|hepato|osteo|broncho|lympho|veno|arterio|radio|echo|electro|immuno|chemo|guide)-?(\\p{Ll}{4,})");

    private final Map<String, Character> ordinary = new HashMap<>(100_000);
    private final Set<String> given = new HashSet<>(20_000);
    private final Set<String> surnames = new HashSet<>(20_000);
    private final Set<String> places = new HashSet<>(8_000);
    private final Set<String> things = new HashSet<>(8_000);
    private final Set<String> eponyms = new HashSet<>();
    /** Forms of verbs: b, s or d for base, third person or past, in capitals when people do it. */
    private final Map<String, Character> verbs = new HashMap<>(24_000);
    private final Set<String> ordinarySurnames;
    private final Set<String> functionWords;
    private final Set<String> reportWords;
    private final Set<String> genericSites;
    private final Map<String, Set<String>> nicknames = new HashMap<>();

    /**
     * The lists, read once.
     *
     * @throws IllegalStateException when those that the build makes are not on the class path
     */
    public static Words load() {
        return Loaded.INSTANCE;
    }

    private static final class Loaded {
        static final Words INSTANCE = new Words();
    }

    private Words() {
        lines("words.txt", line -> {
            char mark = line.charAt(line.length() - 1);
            ordinary.put(mark == '+' || mark == '@' ? line.substring(0, line.length() - 1) : line, mark);
        });
        lines("given-names.txt", given::add);
        lines("surnames.txt", surnames::add);
        lines("places.txt", places::add);
        lines("things.txt", things::add);
        lines("verbs.txt", line -> {
            char form = line.charAt(line.indexOf(' ') + 1);
            verbs.merge(line.substring(0, line.indexOf(' ')),
                    line.endsWith("+") ? Character.toUpperCase(form) : form, (one, other) -> one);
        });
        eponyms.addAll(set("eponyms.txt"));
        eponyms.addAll(set("medical-eponyms.txt"));
        ordinarySurnames = set("ordinary-surnames.txt");
        functionWords = set("function-words.txt");
        reportWords = set("report-words.txt");
        genericSites = set("generic-sites.txt");
        lines("nicknames.txt", line -> {
            List<String> names = List.of(line.split("\\s+"));
            names.forEach(name -> nicknames.computeIfAbsent(name, key -> new HashSet<>()).addAll(names));
        });
    }

    /** A word of the language in any case, also inflected; names that are words too count. */
    public boolean ordinary(String lower) {
        if (ordinary.containsKey(lower) || functionWords.contains(lower) || reportWords.contains(lower)) {
            return true;
        }
        if (lower.endsWith("ae") && ordinary.containsKey(lower.substring(0, lower.length() - 1))) {
            return true;
        }
        if (lower.indexOf('-') > 0) {
            return List.of(lower.split("-")).stream().allMatch(part -> part.length() < 3 || ordinary(part));
        }
        for (String ending : ENDINGS) {
            if (lower.length() > ending.length() + 2 && lower.endsWith(ending)) {
                boolean degree = ending.equals("er") || ending.equals("est");
                String stem = lower.substring(0, lower.length() - ending.length());
                if ((ordinary.containsKey(stem) || ordinary.containsKey(stem + "e")) && (!degree || often(stem))
                        || !degree && ordinary.containsKey(stem + "y")
                        || stem.endsWith("i") && ordinary.containsKey(stem.substring(0, stem.length() - 1) + "y")
                        || doubled(stem) && ordinary.containsKey(stem.substring(0, stem.length() - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A word of the language with what words of medicine and technology begin with: "noncontrast", "multiplanar". */
    boolean prefixed(String lower) {
        Matcher prefix = PREFIX.matcher(lower);
        return prefix.matches() && ordinary(prefix.group(1));
    }

    /** Two words that people use in one, neither short: "roadmap". */
    boolean compound(String lower) {
        if (name(lower)) {
            return false;
        }
        for (int i = 4; i <= lower.length() - 4; i++) {
            String head = lower.substring(0, i);
            if (used(head) && ordinary(lower.substring(i)) && !functionWords.contains(head)) {
                return true;
            }
        }
        return false;
    }

    /** Only a word that people use is compared: "faster", but not "mather". */
    private boolean often(String stem) {
        return used(stem) || used(stem + "e");
    }

    private static boolean doubled(String stem) {
        int length = stem.length();
        return length > 2 && stem.charAt(length - 1) == stem.charAt(length - 2);
    }

    /** An ordinary word that is seldom a name: function words, words of reports, words often used. */
    public boolean common(String lower) {
        return functionWords.contains(lower) || reportWords.contains(lower)
                || ordinary(lower) && !ordinarySurnames.contains(lower) && !name(lower);
    }

    /** A word no rule takes for a name, whatever stands before it. */
    public boolean never(String lower) {
        return functionWords.contains(lower) || reportWords.contains(lower);
    }

    /** A word so seldom used that, capitalised after a title or a forename, it is a surname: an old trade, an animal, a plant. */
    public boolean likeSurname(String lower) {
        return ordinary.getOrDefault(lower, ' ') == '@' && !reportWords.contains(lower)
                && !NOT_SURNAME.matcher(lower).matches();
    }

    /** A word for what somebody is or does: a nephrologist, a nurse, an aunt. */
    boolean role(String lower) {
        return NOT_SURNAME.matcher(lower).matches()
                && (!ordinarySurnames.contains(lower) || KIN.matcher(lower).matches());
    }

    /** An ordinary word that people do use often. */
    public boolean used(String lower) {
        return ordinary.getOrDefault(lower, ' ') == '+';
    }

    /** An ordinary word that is a surname too, such as field or bone: a name where a title or a forename stands before it. */
    public boolean ordinarySurname(String lower) {
        return ordinarySurnames.contains(lower);
    }

    public boolean functionWord(String lower) {
        return functionWords.contains(lower);
    }

    public boolean given(String lower) {
        return given.contains(lower) || nicknames.containsKey(lower);
    }

    public boolean surname(String lower) {
        return surnames.contains(lower) || ordinarySurnames.contains(lower);
    }

    public boolean name(String lower) {
        return given(lower) || surname(lower);
    }

    public boolean place(String lower) {
        return places.contains(lower);
    }

    /** A word that carries a capital and is nobody's: a drug, a genus, a people, a language. */
    boolean thing(String lower) {
        return things.contains(lower);
    }

    public boolean eponym(String lower) {
        return eponyms.contains(lower) || eponyms.contains(KnownNames.fold(lower));
    }

    /** A word that does not tell one hospital or clinic from another. */
    boolean genericSite(String part) {
        String lower = part.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}-]", "");
        return lower.isEmpty() || genericSites.contains(lower) || functionWords.contains(lower);
    }

    /** A word that begins the names of sites: Royal, Queen, Saint, North. */
    boolean siteQualifier(String lower) {
        return SiteQualifiers.WORDS.contains(lower);
    }

    /** Whether a word is more often a verb than anything else, as it stands behind "to". */
    boolean infinitive(String lower) {
        return Character.toLowerCase(verbs.getOrDefault(lower, ' ')) == 'b';
    }

    /** Whether a word is the form of a verb that stands right behind a subject. */
    boolean predicate(String lower) {
        char form = Character.toLowerCase(verbs.getOrDefault(lower, ' '));
        return form == 's' || form == 'd';
    }

    /** Whether a word says what a person, not a finding, a drug or a device, does now. */
    boolean personal(String lower) {
        return verbs.getOrDefault(lower, ' ') == 'S';
    }

    /** The same of what a person did; it may also say what was done with a drug. */
    boolean personalPast(String lower) {
        return verbs.getOrDefault(lower, ' ') == 'D';
    }

    /** The other forms of a forename, itself included. */
    public Set<String> nicknamesOf(String lower) {
        return nicknames.getOrDefault(lower, Set.of());
    }

    private static Set<String> set(String file) {
        Set<String> words = new HashSet<>();
        lines(file, line -> words.addAll(List.of(line.split("\\s+"))));
        return Set.copyOf(words);
    }

    static void lines(String file, Consumer<String> line) {
        try (InputStream in = Words.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the list " + file
                        + " is not on the class path; build the nlp module as far as process-classes");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (!text.isBlank() && !text.startsWith("#")) {
                    line.accept(text.strip());
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the list " + file + " cannot be read", fault);
        }
    }

    private static final class SiteQualifiers {
        static final Set<String> WORDS = Set.of("royal", "queen", "king", "prince", "princess", "saint", "st", "north",
                "south", "east", "west", "northern", "southern", "eastern", "western", "victoria", "great", "new",
                "old", "upper", "lower", "sacred", "good", "our", "holy", "golden", "green", "white", "red", "high",
                "spire", "nuffield", "cross", "hill", "wood", "park", "lake", "river", "mount", "forth", "bay");
    }
}
