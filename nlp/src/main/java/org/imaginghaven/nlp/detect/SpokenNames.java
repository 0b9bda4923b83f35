package org.imaginghaven.nlp.detect;

import java.util.Set;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.detect.Passage.Word;

/**
 * Whether a word with a capital inside a sentence is somebody, by what stands before it, where ordinary words have small letters:
 * what carries a capital and is nobody is known (drugs, makers, peoples, eponyms before their things), and drugs and devices,
 * which no list holds all of, stand behind words of their own.
 */
final class SpokenNames {

    /** Behind these a thing or one of several stands. */
    private static final Set<String> NO_NAME_BEHIND = Set.of("the", "a", "an", "this", "these", "those", "each",
            "every",
            "no", "any", "some", "such", "other", "another", "using", "type", "grade", "stage", "modified", "suspected",
            "known", "possible", "like", "via", "into", "over", "near", "onto", "through", "his", "her", "their", "my",
            "our", "your", "its", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does",
            "did", "not", "than", "within", "between", "without", "at", "in", "on");
    /** Behind these stand drugs and devices as often as people. */
    private static final Set<String> THINGS_TOO = Set.of("of", "with", "to", "and", "or", "by", "for", "after",
            "before",
            "during", "from", "plus", "then", "as", "off", "out", "again", "only", "both", "same", "all", "more",
            "most",
            "per");
    private static final Set<String> CLAUSES = Set.of("that", "as", "when", "because", "while", "whether", "if",
            "until",
            "since", "although", "where", "but", "so", "unless", "though", "and");
    private static final Pattern DOSED = Pattern.compile(
            "(?:re)?(?:start|continu|discontinu|us|giv|gav|tak|took|appl|plac|inject|prescrib|switch|hold|held|stop|resum|receiv|add|increas|decreas|requir|tolerat|need|try|tri|refill|administ|restart|initiat|commenc|swallow|drink|ingest|instil|infus|mix|contain|wear|insert|deploy|load|wean|taper|avoid|includ)(?:\\p{Ll}{0,6})");
    private static final Pattern DONE_WITH = Pattern.compile(
            "^ (?:was|were|is|are|has been|had been|will be|to be|should be|can be|may be|being|therapy|treatment|infusion|drip|boluse?s?|tablets?|capsules?|cream|gel|spray|suture|sutures|mesh|daily|orally|bd|tds|od|prn|b\\.i\\.d|p\\.o|q\\.)\\b(?! (?:seen|told|informed|aware|unable|keen|accompanied|born|admitted|discharged|referred|reviewed|off work))");
    private static final Pattern ENDS_OR_GOES_ON = Pattern.compile(
            "^(?:\\s*$|[.,;:)](?:\\s|$)|\\s*\\n|['’]s\\b| (?:and|who|that|this|at|in|on|for|to|again|twice|today|yesterday|tomorrow|about|regarding|before|after|by|with|while|when|if|the|then|there|as|a|an|his|her|will|should|would|could|can|may|has|had|is|was|did|does|later|afterwards|along|directly|\\p{Ll}+ly)\\b)");
    /** What is said of people; drugs and devices are mostly given, used and left. */
    private static final Pattern ONLY_PEOPLE = Pattern.compile(
            "^ (?:needs|should(?! be)|cannot|(?:will|would|must|could|may) (?!be\\b|have\\b|help|need|not\\b|also\\b)|has(?! been| had| a)|had(?! been)|keeps|is (?:a|an|well|due|still|on)\\b)");
    /** Whom one turns to. */
    private static final Pattern ASKED = Pattern.compile(
            "(?:ask|await|tell|told|call|inform|see|saw|seen|thank|advis|updat|remind|contact|(?:tele)?phon|ring|rang|bleep|pag|meet|met|notif|reassur|send|sent|chas|consult|messag|email|visit|assist|start|admit|discharg|transfer|refer|counsel|warn|encourag|persuad|offer|escort|accompan|collect|driv|drov)(?:e|es|s|ed|d|t?ed|r?ed|l?ed|t?ing|r?ing|l?ing|ing|y|ies|ied)?");
    /** What one does with somebody or to somebody. */
    private static final Pattern DEALING = Pattern.compile(
            "(?:spoke|talk|liais|discuss|agree|met|wrote|refer|explain|apolog|listen|came|come|attend|arriv|sat|stay|liv|work|shar|check|review|confer|consult|play|mobilis|walk|travel|speak|writ|present|rel|chat)(?:n|s|e|es|ed|d|ing|ten|red|ring|ting|ise|ised|ise|ayed)?");
    private static final Set<String> TIMES = Set.of("in", "since", "by", "until", "till", "last", "next", "from", "of",
            "early", "mid", "late", "this", "for", "before", "after", "during", "to", "through", "between", "on");
    private static final Set<String> OWNERS = Set.of("opinion", "care", "help", "supervision", "advice", "guidance",
            "behalf", "team", "clinic", "list", "request", "rooms", "practice", "patient", "caseload");

    private final Words words;
    private final Predicates predicates;

    SpokenNames(Words words) {
        this.words = words;
        predicates = new Predicates(words);
    }

    /** Whether what is told of a word is told of drugs and devices. */
    static boolean used(String rest) {
        return DONE_WITH.matcher(rest).find();
    }

    boolean person(Passage passage, int i) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        String before = passage.words().get(i - 1).lower();
        String rest = passage.rest(i);
        if (!Capitals.inside(passage, i) || words.thing(lower) || NameShape.maker(lower)
                || MidSentenceNames.people(lower) || words.role(lower) && words.ordinary(lower)
                || NO_NAME_BEHIND.contains(before) || EponymGuard.thing(rest) || month(lower, before, rest)) {
            return false;
        }
        if (Capitals.gaelic(word) && !words.eponym(lower)) {
            return true;
        }
        boolean clause = CLAUSES.contains(before) && predicates.subject(rest);
        if (words.eponym(lower)) {
            return words.name(lower) && (clause || ASKED.matcher(before).matches())
                    && ENDS_OR_GOES_ON.matcher(rest).find();
        }
        if (words.ordinary(lower)) {
            boolean asked = (ASKED.matcher(before).matches() || asPer(passage, i)) && !words.never(lower);
            return (asked || words.name(lower) || words.likeSurname(lower))
                    && (asked || clause || addressed(passage, i, before, !words.never(lower) && words.name(lower)))
                    && ENDS_OR_GOES_ON.matcher(rest).find();
        }
        if (!NameShape.unknown(lower, words) || used(rest)) {
            return false;
        }
        return clause && (words.name(lower) || predicates.surely(rest) || predicates.noted(rest)
                || ONLY_PEOPLE.matcher(rest).find())
                || addressed(passage, i, before, false) && !DOSED.matcher(before).matches()
                        && !DOSED.matcher(beforeThat(passage, i)).matches();
    }

    /**
     * Whether what stands right before goes on with somebody: a verb, a word for kin or staff, an adverb of a verb.
     *
     * @param anybody whether no thing can be meant, so that any small word will do
     */
    private boolean addressed(Passage passage, int i, String before, boolean anybody) {
        if (anybody && words.functionWord(before)) {
            return true;
        }
        if (THINGS_TOO.contains(before)) {
            String that = beforeThat(passage, i);
            return before.equals("of")
                    ? OWNERS.contains(that) || words.role(that)
                    : before.matches("with|to|from|for") && dealing(that) || asPer(passage, i);
        }
        return words.functionWord(before) && !CLAUSES.contains(before) || verb(before) || words.role(before)
                || before.endsWith("ly");
    }

    private static boolean asPer(Passage passage, int i) {
        return passage.words().get(i - 1).lower().equals("per") && beforeThat(passage, i).equals("as");
    }

    /** "at Balnaguard", "in Tarbrax": a place, or what is in no list, where somebody or something is. */
    boolean site(Passage passage, int i) {
        Word word = passage.words().get(i);
        String lower = word.lower();
        String before = passage.words().get(i - 1).lower();
        String rest = passage.rest(i);
        if (lower.length() < 4 || words.thing(lower) || words.eponym(lower) || words.ordinary(lower)
                || MidSentenceNames.people(lower) || EponymGuard.thing(rest) || passage.words().get(i - 1).capitalised()
                || !passage.before(i).equals(" ") || used(rest)) {
            return false;
        }
        boolean unlisted = NameShape.unknown(lower, words) && !words.given(lower);
        if (!passage.bothCases()) {
            return before.equals("at") && unlisted && !words.name(lower)
                    || before.matches("at|in|from") && words.place(lower) && !words.name(lower);
        }
        return Capitals.inside(passage, i) && (ENDS_OR_GOES_ON.matcher(rest).find() || rest.matches("(?s) \\d.*"))
                && (before.matches("at|in|from|near") && words.place(lower) || before.equals("at") && unlisted
                        || before.equals("in") && unlisted && !words.name(lower));
    }

    private static boolean dealing(String verb) {
        return DEALING.matcher(verb).matches();
    }

    private boolean verb(String word) {
        if (words.infinitive(word) || words.predicate(word)) {
            return true;
        }
        if (!word.endsWith("ing") || word.length() < 6) {
            return false;
        }
        String stem = word.substring(0, word.length() - 3);
        return words.infinitive(stem) || words.infinitive(stem + "e")
                || words.infinitive(stem.substring(0, stem.length() - 1));
    }

    private static String beforeThat(Passage passage, int i) {
        return i > 1 && passage.before(i - 1).equals(" ") ? passage.words().get(i - 2).lower() : "";
    }

    private boolean month(String lower, String before, String rest) {
        return lower.matches("january|may|april|june|august")
                && (TIMES.contains(before) || rest.matches("(?s),? ?\\d.*|,? (?:of|this|last|next)\\b.*"));
    }
}
