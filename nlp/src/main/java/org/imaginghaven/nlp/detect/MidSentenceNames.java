package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.detect.Passage.Word;

/**
 * One word with a capital that neither the head of a sentence nor a heading gave it: a listed name behind any small word, a word
 * of no list where people are spoken of, a word that is a surname too where a sentence can only go on with somebody; and whoever
 * is called somebody's son or a nurse right behind. Only for text in both cases.
 */
final class MidSentenceNames {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this", "that", "each", "every", "per",
            "using",
            "no", "of", "type", "grade", "stage", "modified", "suspected", "known", "possible", "like", "via", "on",
            "in",
            "at", "or", "near", "system", "catheter", "over", "under", "into", "contrast", "score");
    /** Languages, peoples and faiths carry a capital and are surnames too. */
    private static final Set<String> PEOPLES = Set.of("english", "french", "german", "welsh", "irish", "scottish",
            "scots", "gaelic", "polish", "italian", "spanish", "greek", "turkish", "russian", "romanian", "dutch",
            "danish", "swedish", "norwegian", "finnish", "chinese", "mandarin", "cantonese", "japanese", "korean",
            "arabic", "urdu", "hindi", "punjabi", "bengali", "tamil", "gujarati", "somali", "swahili", "yoruba",
            "british", "american", "canadian", "australian", "indian", "pakistani", "african", "asian", "caucasian",
            "hispanic", "latino", "caribbean", "european", "christian", "muslim", "catholic", "jewish", "hindu", "sikh",
            "buddhist", "protestant", "roma", "latin", "portuguese", "hungarian", "czech", "slovak", "ukrainian",
            "lithuanian", "latvian", "bulgarian", "vietnamese", "thai", "kurdish", "persian", "farsi", "pashto");
    private static final Set<String> CLAUSES = Set.of("that", "as", "when", "because", "while", "whether", "if",
            "until",
            "since", "although", "where");
    private static final Set<String> TOWARDS = Set.of("from", "to", "with", "by", "than", "for", "see", "saw", "told",
            "inform", "informed", "reassured", "bleeped", "paged", "asked");
    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:\\s*$|[.,;:)](?:\\s|$)|\\s*\\n| (?:and|who|that|this|at|in|on|for|to|again|twice|today|yesterday|tomorrow|about|regarding|before|after|by|while|when|if|the|then|there|will|should|would|could|can|may|has|had|is|was|did|does|later|afterwards)\\b)");
    /** What is said of people; drugs and devices are mostly given, used and left. */
    private static final Pattern HAS = Pattern
            .compile("^ (?:needs|should|cannot|has(?! been| had)|had(?! been)|is (?:a|an|well|due|still|on)\\b)");
    private static final Pattern SIGNED = Pattern.compile(
            "(?s)[,.]?[ \\t]*(?:\\n[^\\n]{0,60}){0,3}\\s*|[,.]?[ \\t]*\\n[ \\t]*(?i:consultant|specialist|registrar|radiologist|radiographer|sonographer|senior|charge|staff nurse|clinical|advanced|practice|secretary).*");
    private static final Pattern ROLE_BEHIND = Pattern.compile(
            "^\\s*[,(]\\s*(?:the |our |a )?(?:[\\p{L}&/]+ ){0,2}?(?:CNS|[ACE]NP|HCA|ODP|SpR|StR|SHO|co-ordinator|keyworker|reception|bookings|switchboard|optometrist|nurse|sister|matron|midwife|registrar|radiographer|sonographer|physio(?:therapist)?|pharmacist|secretary|porter|technician|receptionist|consultant|surgeon|doctor|dietitian|interpreter|student|clerk|social worker|carer|coordinator)\\b");

    private final Words words;
    private final Predicates predicates;
    private final SpokenNames spoken;

    MidSentenceNames(Words words) {
        this.words = words;
        predicates = new Predicates(words);
        spoken = new SpokenNames(words);
    }

    void detect(Passage passage, List<Finding> found) {
        for (int i = 0; i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.text().length() > 2 && Capitals.titleCase(word) && (person(passage, i)
                    || i > 0 && spoken.person(passage, i))) {
                found.add(new Finding(word.start(), word.end(),
                        NameKind.of(passage.text(), word.start(), word.end()), "shape:lone", 0.86));
            } else if (i > 0 && spoken.site(passage, i)) {
                found.add(new Finding(word.start(), word.end(), FindingKind.SITE, "place:lone", 0.8));
            }
        }
    }

    /** Where capitals are guesses: places and what is in no list behind "at", and who is called somebody's daughter. */
    void detectGuessed(Passage passage, List<Finding> found) {
        for (int i = 1; i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.capitalised() && spoken.site(passage, i)) {
                found.add(new Finding(word.start(), word.end(), FindingKind.SITE, "place:lone", 0.8));
            } else if (word.capitalised() && calledSo(passage, i)) {
                found.add(new Finding(word.start(), word.end(), FindingKind.RELATIVE_NAME, "shape:lone", 0.86));
            }
        }
    }

    private boolean person(Passage passage, int i) {
        String lower = passage.words().get(i).lower();
        return !words.never(lower) && !NameShape.maker(lower) && !people(lower)
                && (calledSo(passage, i) || signs(passage, i) || !passage.opensSentence(i) && lone(passage, i)
                        && (listed(passage, i) || spokenOf(passage, i)));
    }

    /** Whether a word is the name of a language, a people or a faith. */
    static boolean people(String lower) {
        return PEOPLES.contains(lower);
    }

    /** "Tamsel (son)", "Grace, the charge nurse": a forename or a word of no list, and what somebody is. */
    private boolean calledSo(Passage passage, int i) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        boolean name = words.given(lower) || NameShape.unknown(lower, words);
        boolean relative = NameKind.relativeBehind(passage.text(), word.end())
                && (name || words.name(lower) || words.eponym(lower) || lower.indexOf('-') > 0);
        return !words.role(lower) && (i == 0 || !passage.words().get(i - 1).capitalised() || passage.opensSentence(i))
                && (relative || name && ROLE_BEHIND.matcher(passage.rest(i)).find());
    }

    /** Alone on its line, near the end or above what somebody is: how a letter or a report is signed. */
    private boolean signs(Passage passage, int i) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        return passage.before(i).matches("(?s).*\\n[ \\t]*")
                && SIGNED.matcher(passage.text().substring(word.end())).matches()
                && (words.given(lower) && !words.ordinary(lower) && !words.eponym(lower)
                        || NameShape.unknown(lower, words));
    }

    /** A small word right before it, and no other capital or number right behind it. */
    private static boolean lone(Passage passage, int i) {
        return i > 0 && passage.before(i).matches(" \\(?") && !passage.words().get(i - 1).capitalised()
                && !passage.rest(i).matches("(?s)(?:[-–®™]| ?\\d| \\p{Lu}).*");
    }

    private boolean listed(Passage passage, int i) {
        String lower = passage.words().get(i).lower();
        return words.name(lower) && !words.ordinary(lower) && !words.eponym(lower) && !words.place(lower)
                && !ARTICLES.contains(passage.words().get(i - 1).lower());
    }

    private boolean spokenOf(Passage passage, int i) {
        String lower = passage.words().get(i).lower();
        String before = passage.words().get(i - 1).lower();
        String rest = passage.rest(i);
        boolean surname = words.ordinarySurname(lower) || words.eponym(lower) && words.surname(lower);
        boolean unlisted = NameShape.unknown(lower, words);
        boolean clause = CLAUSES.contains(before)
                && (surname && predicates.subject(rest) || predicates.surely(rest) || predicates.noted(rest)
                        || HAS.matcher(rest).find());
        boolean towards = before.equals("from") && !rest.startsWith(" to ")
                || surname && !words.eponym(lower) && TOWARDS.contains(before);
        return (surname && !EponymGuard.thing(rest) || unlisted) && (clause || towards && GOES_ON.matcher(rest).find());
    }
}
