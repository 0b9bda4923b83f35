package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.detect.Passage.Word;

/**
 * Names that no list holds and nothing announces: two words with capitals of which at least one is in no dictionary, or one such
 * word before something that only a person does. Only for text in both cases, where a capital means something.
 */
final class NameShape implements Detector {

    private static final Pattern ROMAN = Pattern.compile("[IVX]+[a-d]?");
    private static final Pattern BRAND = Pattern.compile("\\p{Lu}\\p{Ll}+\\p{Lu}.*");
    private static final Pattern PREFIXED = Pattern
            .compile("(?:Mac|Mc|Fitz|De|Di|Da|Du|La|Le|Lo|Van|Von|Ap|Al|El|St|Ni|Nic|Mb|Abd|Bin)\\p{Lu}\\p{Ll}+");
    private static final Pattern THING_BEFORE = Pattern
            .compile("(?i)(?:[\\-\\d]|(?:^|[^\\p{L}])(?:an?|the|this|that|each|every|another|per|using))\\s?$");
    private static final Pattern DOSE = Pattern
            .compile("(?i)^\\s*\\d[\\d.,]*\\s?(?:mg|mcg|g|ml|%|units|tab|mmol|mbq|mci|fr|french|t\\b|gy)");
    private static final Pattern MEDICAL_FORM = Pattern.compile(
            ".*(?:itis|osis|oma|omata|a?emia|a?emic|ectomy|otomy|ostomy|scopy|scopic|graph|graphy|graphic|gram|pathy|plasty|algia|uria|ase|mycin|cillin|azole|pril|sartan|statin|olol|zepam|mab|nib|vir|ium|eal|ial|ular|oid|iform|genic|lytic|echoic|dense|intense|ectasis|stasis|megaly|penia|cyte|cytic|philic|phobia|plegia|paresis|trophy|trophic|plasia|plastic|meter|metric|tomy|cele|rrhage|rrhoea|rrhea|logy|logist|ology|tion|sion|ment|ness|ously|ically|ized|ised|able|ible|ous|ectal|tic)");
    private static final Set<String> MAKERS = Set.of("siemens", "philips", "ge", "toshiba", "canon", "hitachi",
            "fuji", "fujifilm", "agfa", "carestream", "kodak", "hologic", "samsung", "mindray", "esaote", "aloka",
            "shimadzu",
            "konica", "elekta", "varian", "accuray", "medtronic", "cordis", "boston", "cook", "bard", "terumo",
            "abbott",
            "edwards", "stryker", "depuy", "zimmer", "biomet", "smith", "arthrex", "olympus", "pentax", "storz",
            "covidien",
            "ethicon", "gore", "guerbet", "bracco", "bayer", "braun", "baxter", "fresenius", "roche", "beckman",
            "nikon",
            "zeiss", "leica", "biotronik", "sorin", "cochlear", "microvention", "penumbra", "merit", "angiodynamics",
            "vygon",
            "codman", "synthes", "nuvasive", "masimo", "draeger", "dräger", "mallinckrodt", "pfizer", "novartis",
            "lilly");
    private static final Pattern LEFT_TO = Pattern.compile(
            "^ to (?:review|chase|discuss|inform|ring|call|phone|attend|bring|contact|arrange|book|see|speak|write|confirm|come|return|ask|tell|collect|fast|stop|email|refer|follow up|let)\\b");
    private static final int LONGEST = 4;

    private final NameGrammar grammar;
    private final Words words;
    private final Predicates predicates;

    NameShape(NameGrammar grammar, Words words) {
        this.grammar = grammar;
        this.words = words;
        predicates = new Predicates(words);
    }

    /** In text that had one case only a capital means little: just who does what a person does. */
    void detectActing(Passage passage, List<Finding> found) {
        for (int i = 0; i < passage.words().size(); i++) {
            if (passage.words().get(i).capitalised() && single(passage, i)) {
                add(passage, i, i, "shape:person-does", 0.86, found);
            }
        }
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        List<Word> all = passage.words();
        for (int i = 0; i < all.size(); i++) {
            int last = all.get(i).capitalised() ? reach(passage, i) : -1;
            if (last > i && pair(passage, i, last)) {
                add(passage, i, last, "shape:pair", 0.86, found);
                i = last;
            } else if ((last >= i || shoutedSurname(all.get(i))
                    || all.get(i).capitalised() && words.never(all.get(i).lower()))
                    && single(passage, i)) {
                add(passage, i, i, "shape:person-does", 0.86, found);
            } else if (last >= i && forename(passage, i)) {
                add(passage, i, i, "shape:forename", 0.8, found);
            }
        }
    }

    /** "IQBAL attended" in a text that has small letters too. */
    private boolean shoutedSurname(Word word) {
        return word.allCapitals() && word.text().length() > 3 && words.surname(word.lower())
                && !words.ordinary(word.lower()) && !words.eponym(word.lower());
    }

    private static void add(Passage passage, int first, int last, String rule, double confidence, List<Finding> found) {
        int start = passage.words().get(first).start();
        int end = passage.words().get(last).end();
        found.add(new Finding(start, end, NameKind.of(passage.text(), start, end), rule, confidence));
    }

    /** The last word of the run of capitalised words, particles and initials that begins here. */
    private int reach(Passage passage, int first) {
        List<Word> all = passage.words();
        int last = -1;
        for (int i = first; i < all.size() && i < first + LONGEST; i++) {
            Word word = all.get(i);
            if (i > first && !NameGrammar.joined(passage, i, all.get(i - 1))) {
                break;
            }
            if (word.initial()) {
                continue;
            }
            if (i > first && grammar.particle(passage, i)) {
                continue;
            }
            if (!proper(word)
                    && !(i == first && grammar.verbAndForename(passage, i) && unknown(all.get(i + 1).lower()))) {
                break;
            }
            last = i;
        }
        return last;
    }

    private boolean proper(Word word) {
        String lower = word.lower();
        return word.capitalised() && !word.allCapitals() && lower.length() > 1
                && !(words.role(lower) && words.ordinary(lower)) && !ROMAN.matcher(word.text()).matches()
                && !brand(word)
                && !words.never(lower)
                && !NameGrammar.grade(word.text())
                && (!words.ordinary(lower) || words.name(lower) || words.likeSurname(lower)
                        || grammar.doubled(word.text()));
    }

    /** "ProGlide" is a maker's spelling, "McAvoy" a person's. */
    static boolean brand(Word word) {
        return BRAND.matcher(word.text()).matches() && !PREFIXED.matcher(word.text()).matches();
    }

    private boolean pair(Passage passage, int first, int last) {
        if (thing(passage, first)) {
            return false;
        }
        boolean given = false;
        boolean unknown = false;
        boolean eponyms = true;
        int names = 0;
        for (int i = first; i <= last; i++) {
            Word word = passage.words().get(i);
            String lower = word.lower();
            if (word.initial() || lower.length() < 3 && !words.name(lower)) {
                continue;
            }
            if (MAKERS.contains(lower)) {
                return false;
            }
            names++;
            given |= words.given(lower) && !words.place(lower) && i < last
                    && (!words.ordinary(lower) || !words.used(lower) && listedSurname(passage, last));
            unknown |= unknown(lower) || grammar.doubled(word.text());
            eponyms &= words.eponym(lower) || words.place(lower) && !words.given(lower);
        }
        String after = passage.text().substring(passage.words().get(last).end());
        return names > 0 && !eponyms && (given || unknown) && (names > 1 || initialFirst(passage, first))
                && !DOSE.matcher(after.substring(0, Math.min(20, after.length()))).find() && !maker(passage, first);
    }

    private boolean listedSurname(Passage passage, int last) {
        String lower = passage.words().get(last).lower();
        return words.surname(lower) && !words.used(lower);
    }

    /** "K. Dunbar" with its dot; "T Sagittal" without one is a magnet's. */
    private static boolean initialFirst(Passage passage, int first) {
        return passage.words().get(first).initial() && passage.after(first).startsWith(".")
                && !passage.before(first).endsWith("s ");
    }

    /** "a 4-French Omni catheter", "an Angio-Seal": nobody has a number or an article before the name. */
    private static boolean thing(Passage passage, int first) {
        int start = passage.words().get(first).start();
        String before = passage.text().substring(Math.max(0, start - 9), start);
        return THING_BEFORE.matcher(before).find();
    }

    private boolean maker(Passage passage, int first) {
        for (int i = Math.max(0, first - 2); i < first; i++) {
            if (MAKERS.contains(passage.words().get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean single(Passage passage, int i) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        String rest = passage.rest(i);
        if (lower.length() < 3 || thing(passage, i) || maker(passage, i) || MAKERS.contains(lower)) {
            return false;
        }
        if (leftTo(passage, i, rest)) {
            return true;
        }
        if (words.never(lower) || words.eponym(lower) && !words.given(lower)) {
            return wordThatActs(passage, i, rest);
        }
        if (words.place(lower) && !words.given(lower)) {
            return false;
        }
        boolean listed = !words.ordinary(lower) && !words.eponym(lower)
                && (words.name(lower) || Capitals.gaelic(word));
        return (unknown(lower) || words.given(lower) || words.ordinarySurname(lower) && PersonActs.says(rest))
                && (predicates.surely(rest)
                        || (!words.ordinary(lower) || words.given(lower)) && predicates.noted(rest))
                || !words.used(lower) && PersonActs.kin(rest)
                || !words.thing(lower)
                        && (PersonActs.agent(rest) && (unknown(lower) || words.name(lower) || words.likeSurname(lower))
                                || listed && passage.bothCases() && heads(passage, i, rest));
    }

    /** "Hand will review", "Young is aware": a word of medicine or an eponym that is a surname too, before what people do. */
    private boolean wordThatActs(Passage passage, int i, String rest) {
        String lower = passage.words().get(i).lower();
        boolean surname = words.ordinarySurname(lower) || words.eponym(lower) && words.surname(lower);
        boolean month = words.functionWord(lower) && words.given(lower) && passage.opensSentence(i);
        return (surname || month) && passage.bothCases() && Capitals.titleCase(passage.words().get(i))
                && (PersonActs.says(rest)
                        || PersonActs.agent(rest) && (month || !rest.matches("(?s) (?:is|was) \\D.*")));
    }

    /** "Ferris to ring": what a note leaves to somebody whose name is a seldom word too. */
    private boolean leftTo(Passage passage, int i, String rest) {
        String lower = passage.words().get(i).lower();
        return (words.ordinarySurname(lower) || words.surname(lower) || words.given(lower)) && !words.used(lower)
                && !words.functionWord(lower) && passage.opensSentence(i) && passage.bothCases()
                && Capitals.titleCase(passage.words().get(i)) && LEFT_TO.matcher(rest).find();
    }

    /** A name of the lists, or one that is written as only names are, before what any subject does or has. */
    private boolean heads(Passage passage, int i, String rest) {
        return passage.opensSentence(i) && !passage.words().get(i).allCapitals() && !SpokenNames.used(rest)
                && (predicates.subject(rest) || rest.startsWith(": ") && !rest.matches("(?s):\\s+\\d.*"));
    }

    /** A forename that is nothing else, written as one: not in capitals, not before what a person cannot have. */
    private boolean forename(Passage passage, int i) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        String gap = passage.after(i);
        return lower.length() > 4 && !MidSentenceNames.people(lower) && words.given(lower) && !words.ordinary(lower)
                && !words.eponym(lower)
                && !words.place(lower) && !MAKERS.contains(lower) && !maker(passage, i) && !thing(passage, i)
                && !MEDICAL_FORM.matcher(lower).matches() && !gap.startsWith("-") && !gap.startsWith("'")
                && !gap.startsWith("’") && !gap.startsWith("®") && !gap.startsWith("™")
                && !DOSE.matcher(
                        passage.text().substring(word.end(), Math.min(passage.text().length(), word.end() + 20)))
                        .find();
    }

    /** Whether a word is the name of a maker of machines, drugs or devices. */
    static boolean maker(String lower) {
        return MAKERS.contains(lower);
    }

    /** In no list of words, places, eponyms or makers, and not built as words of medicine are. */
    static boolean unknown(String lower, Words words) {
        return !words.ordinary(lower) && !words.eponym(lower) && !words.place(lower) && !MAKERS.contains(lower)
                && (words.name(lower) || !MEDICAL_FORM.matcher(lower).matches() && !words.prefixed(lower));
    }

    private boolean unknown(String lower) {
        return unknown(lower, words);
    }
}
