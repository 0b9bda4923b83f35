package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.detect.Passage.Word;

import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.util.Span;

/** Names the trained model finds where no rule did. The more a word may be something else, the surer the model must be. */
final class ModelDetector implements Detector {

    private static final Pattern SEGMENT = Pattern.compile(
            "[^\\n]+?(?:(?<![\\p{Lu}]|\\b(?:Dr|Mr|Mrs|Ms|St|Prof|Sr|No))[.!?](?=\\s+[\\p{Lu}\\d\\n])|(?=\\n)|\\z)");
    /** The same in a text that had one case, in small letters. */
    private static final Pattern SMALL_SEGMENT = Pattern.compile(
            "[^\\n]+?(?:(?<!\\b\\p{L}|\\b(?:dr|mr|mrs|ms|st|prof|sr|no))[.!?](?=\\s+[\\p{L}\\d\\n])|(?=\\n)|\\z)");
    private static final Pattern NUMBERED = Pattern.compile("^ \\d{1,3}(?![\\d/:\\-]|\\.\\d| ?\\p{L})");
    /** The search for the likeliest names copies all before each word. */
    private static final int MOST_TOKENS = 150;
    private static final Pattern ACRONYMS = Pattern.compile("\\p{Lu}{2,}s");
    private static final Pattern ADJECTIVE = Pattern.compile(", (\\p{Ll}{3,}) \\p{Ll}");
    /** "Reg No.", "Ward number": a label, no name. */
    private static final Pattern LABEL = Pattern.compile("\\.? (?i:nos?|num|number)\\b(?!,)");
    private static final Pattern AND = Pattern.compile(" and (\\p{Ll}{3,}) ");
    private static final double NEVER = 2;
    /** How sure the model must be of names of the lists, of words of no list, of those that may be something else. */
    private static final double LISTED = 0.85;
    private static final double COMMON = 0.55;
    private static final double UNLISTED = 0.7;
    /** The same of one that stands alone, as the brand of a drug does. */
    private static final double ALONE = 0.85;
    private static final double AMBIGUOUS = 0.92;
    private static final double DOUBTFUL = 0.97;
    /** How sure it must be for the name to be looked for in the rest of the text. */
    private static final double TELLING = 0.98;

    private final NameModel model;
    private final Words words;

    ModelDetector(NameModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        NameFinderME finder = model.finder();
        String text = passage.bothCases() ? passage.text() : SameCase.small(passage.text());
        Matcher segment = (passage.bothCases() ? SEGMENT : SMALL_SEGMENT).matcher(text);
        while (segment.find()) {
            if (!passage.bothCases() || segment.group().chars().anyMatch(Character::isUpperCase)) {
                segment(passage, finder, segment.start(), segment.group(), found);
            }
        }
    }

    private void segment(Passage passage, NameFinderME finder, int offset, String text, List<Finding> found) {
        List<String> tokens = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        Matcher match = ModelTokens.TOKEN.matcher(text);
        while (match.find()) {
            tokens.add(match.group());
            places.add(new int[]{offset + match.start(), offset + match.end()});
        }
        for (int from = 0; from < tokens.size(); from += MOST_TOKENS) {
            int to = Math.min(tokens.size(), from + MOST_TOKENS);
            tokens(passage, finder, tokens.subList(from, to), places.subList(from, to), found);
        }
    }

    private void tokens(Passage passage, NameFinderME finder, List<String> tokens, List<int[]> places,
            List<Finding> found) {
        Span[] spans = finder.find(tokens.toArray(String[]::new));
        double[] sure = finder.probs();
        for (Span span : spans) {
            int start = title(passage, places.get(span.getStart())[0]);
            int end = lastLetter(passage, places.get(span.getEnd() - 1)[1]);
            double least = 1;
            for (int i = span.getStart(); i < span.getEnd(); i++) {
                least = Math.min(least, sure[i]);
            }
            if (span.getType().equals("person") && least >= wanted(passage, start, end)) {
                found.add(new Finding(start, end, NameKind.of(passage.text(), start, end), NameModel.VERSION,
                        least >= TELLING ? 0.85 : Math.min(0.84, least)));
            }
        }
    }

    /** Where the name ends before a dash or a comma that the model took for a part of it. */
    private static int lastLetter(Passage passage, int end) {
        int last = end;
        while (last > 1 && !Character.isLetter(passage.text().charAt(last - 1))
                && passage.text().charAt(last - 1) != '.') {
            last--;
        }
        return last;
    }

    /** Where the name begins behind a grade or a title that the model took for a part of it. */
    private static int title(Passage passage, int start) {
        int first = passage.wordFrom(start);
        return first + 1 < passage.words().size() && NameGrammar.grade(passage.words().get(first).text())
                && passage.words().get(first).start() == start
                        ? passage.words().get(first + 1).start()
                        : start;
    }

    /** How sure the model must be of a name: as sure as of the one of its words that is the least like a name. */
    private double wanted(Passage passage, int start, int end) {
        double wanted = 0;
        int size = 0;
        boolean listed = false;
        for (int i = passage.wordFrom(start); i < passage.words().size() && passage.words().get(i).start() < end; i++) {
            Word word = passage.words().get(i);
            if (word.text().length() > 1) {
                if (word.end() > end || numbered(passage, i) && !words.name(word.lower())) {
                    return NEVER;
                }
                size++;
                wanted = Math.max(wanted, wanted(passage, word));
                listed |= words.given(word.lower()) && !words.never(word.lower());
            }
        }
        if (size == 0 || LABEL.matcher(passage.text()).region(end, passage.text().length()).lookingAt()) {
            return NEVER;
        }
        if (size == 1 && thingLike(passage, passage.wordFrom(start))) {
            wanted = Math.max(wanted, DOUBTFUL);
        }
        if (size == 1 && wanted == UNLISTED) {
            wanted = ALONE;
        }
        return size > 1 && listed && wanted < NEVER ? Math.min(wanted, AMBIGUOUS) : wanted;
    }

    /** What is said of things as well: "Large, round", "Read and approved", "Ann Arbor", and of a word of no list "was given". */
    private boolean thingLike(Passage passage, int i) {
        String rest = passage.rest(i);
        Matcher adjective = ADJECTIVE.matcher(rest);
        Matcher and = AND.matcher(rest);
        return and.lookingAt() && words.ordinary(passage.words().get(i).lower()) && words.ordinary(and.group(1))
                && !words.never(and.group(1))
                || adjective.lookingAt() && words.ordinary(adjective.group(1)) && !words.role(adjective.group(1))
                || rest.matches("(?s) \\p{Lu}\\p{Ll}{2,}.*") && words.ordinary(passage.words().get(i + 1).lower())
                || rest.startsWith(" was ") && !words.name(passage.words().get(i).lower());
    }

    /** "Borg 14", "Contrast 300": a score or a strength, no date and no number of a record. */
    private static boolean numbered(Passage passage, int i) {
        return NUMBERED.matcher(passage.rest(i)).find();
    }

    /** "Hill-Sachs": two eponyms, or a double surname. */
    private boolean hyphenatedEponym(String lower) {
        return lower.indexOf('-') > 0 && Arrays.stream(lower.split("-")).anyMatch(words::eponym);
    }

    private double wanted(Passage passage, Word word) {
        String lower = word.lower();
        boolean name = words.name(lower);
        if (NameShape.maker(lower) || MidSentenceNames.people(lower) || words.place(lower) && !name
                || words.role(lower) && !name
                || words.never(lower) && !words.given(lower) && !words.ordinarySurname(lower)
                || NameShape.brand(word) || ACRONYMS.matcher(word.text()).matches()) {
            return NEVER;
        }
        if (word.allCapitals() && (!name || passage.bothCases())) {
            return word.text().length() < 5 || words.ordinary(lower) && !name ? NEVER : DOUBTFUL;
        }
        if (words.never(lower) || word.text().length() < 3
                || words.compound(lower) || hyphenatedEponym(lower)
                || words.eponym(lower.replaceFirst("s$", "")) && !name) {
            return DOUBTFUL;
        }
        if (words.used(lower) && !words.ordinarySurname(lower)) {
            return NEVER;
        }
        if (words.ordinary(lower)) {
            return words.ordinarySurname(lower) && !words.eponym(lower) ? COMMON : name ? AMBIGUOUS : NEVER;
        }
        if (words.eponym(lower) || words.thing(lower)) {
            return words.given(lower) ? AMBIGUOUS : DOUBTFUL;
        }
        return name ? LISTED : !NameShape.unknown(lower, words) ? DOUBTFUL : passage.bothCases() ? UNLISTED : ALONE;
    }
}
