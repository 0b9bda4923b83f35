package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.detect.Passage.Word;
import org.jspecify.annotations.Nullable;

/** What was found to be a name once is a name everywhere in the text, also glued to an initial. */
final class NameConsistency {

    private static final double SURE = 0.85;
    private static final Set<String> NO_PART = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "doctor",
            "spr", "str", "sho", "van",
            "von", "der", "den", "del", "the", "and", "master", "consultant", "registrar", "sir");

    private final Words words;
    private final Predicates predicates;

    NameConsistency(Words words) {
        this.words = words;
        predicates = new Predicates(words);
    }

    void detect(Passage passage, List<Finding> found, Map<String, FindingKind> parts, List<Finding> again) {
        collect(passage, found, parts);
        if (parts.isEmpty()) {
            return;
        }
        for (int i = 0; i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            FindingKind kind = kindOf(passage, i, word, parts);
            if (kind != null) {
                again.add(new Finding(forenameBefore(passage, i), word.end(), kind, "name:again", 0.84));
            }
        }
    }

    private void collect(Passage passage, List<Finding> found, Map<String, FindingKind> parts) {
        for (Finding finding : found) {
            if (finding.kind().isName() && finding.confidence() >= SURE) {
                for (int i = passage.wordFrom(finding.start()); i < passage.words().size()
                        && passage.words().get(i).start() < finding.end(); i++) {
                    String lower = passage.words().get(i).lower();
                    if (lower.length() > 2 && !NO_PART.contains(lower) && (!words.never(lower) || words.given(lower))) {
                        parts.merge(lower, finding.kind(), NameConsistency::safer);
                    }
                }
            }
        }
    }

    private static FindingKind safer(FindingKind one, FindingKind other) {
        return one == FindingKind.PATIENT_NAME ? one : other;
    }

    @Nullable
    private FindingKind kindOf(Passage passage, int i, Word word, Map<String, FindingKind> parts) {
        String lower = word.lower();
        FindingKind kind = parts.get(lower);
        if (kind == null) {
            return glued(word, parts);
        }
        boolean ordinary = words.ordinary(lower);
        if (words.never(lower)) {
            return word.capitalised() && !word.allCapitals()
                    && (personFollows(passage, i) || PersonActs.agent(passage.rest(i))
                            || !words.functionWord(lower) && (predicates.toDo(passage.rest(i))
                                    || Capitals.inside(passage, i)))
                                            ? kind
                                            : null;
        }
        if (!word.capitalised() && (ordinary || lower.length() < 5)) {
            boolean smallPerson = !passage.bothCases() && !words.functionWord(lower)
                    && (PersonActs.surely(passage.rest(i)) || PersonActs.agent(passage.rest(i))
                            || !words.used(lower) && personFollows(passage, i));
            return smallPerson ? kind : null;
        }
        if (ordinary && (word.allCapitals() || passage.opensSentence(i)) && !predicates.subject(passage.rest(i))
                && !predicates.standsAlone(passage, i)) {
            return null;
        }
        if (word.allCapitals() && lower.length() < 4 && !words.given(lower)) {
            return null;
        }
        return ordinary && smallAround(passage, i) ? null : kind;
    }

    /** "the Long Head of Biceps" has a word as ordinary as itself beside it; "when Long attended" has not. */
    private boolean smallAround(Passage passage, int i) {
        List<Word> all = passage.words();
        return i + 1 < all.size() && all.get(i + 1).capitalised() && passage.after(i).matches("[ \\-]")
                && words.common(all.get(i + 1).lower());
    }

    static boolean personFollows(Passage passage, int i) {
        return PersonActs.maybe(passage.rest(i));
    }

    @Nullable
    private FindingKind glued(Word word, Map<String, FindingKind> parts) {
        String text = word.text();
        if (text.length() < 5) {
            return null;
        }
        if (Character.isUpperCase(text.charAt(0)) && Character.isUpperCase(text.charAt(1))) {
            FindingKind kind = parts.get(text.substring(1).toLowerCase(Locale.ROOT));
            if (kind != null && text.length() > 4) {
                return kind;
            }
        }
        int last = text.length() - 1;
        return Character.isUpperCase(text.charAt(last)) && Character.isLowerCase(text.charAt(last - 1))
                ? parts.get(text.substring(0, last).toLowerCase(Locale.ROOT))
                : null;
    }

    /** The start of a forename or of initials right before a surname. */
    private int forenameBefore(Passage passage, int i) {
        int start = passage.words().get(i).start();
        for (int j = i - 1; j >= Math.max(0, i - 3); j--) {
            Word word = passage.words().get(j);
            String gap = passage.after(j);
            boolean joined = gap.equals(" ") || word.initial() && (gap.equals(". ") || gap.equals("."));
            boolean forename = word.initial() || NameGrammar.PARTICLES.contains(KnownNames.fold(word.text()))
                    || word.capitalised() && words.given(word.lower()) && !words.ordinary(word.lower());
            boolean grade = word.initial() && j > 0 && passage.after(j - 1).equals(" ")
                    && words.eponym(passage.words().get(j - 1).lower());
            if (!joined || !forename || grade || word.initial() && passage.before(j).matches("['’]s ")
                    || word.text().equals("A") && passage.opensSentence(j) && !personFollows(passage, i)) {
                break;
            }
            start = word.start();
        }
        return start;
    }
}
