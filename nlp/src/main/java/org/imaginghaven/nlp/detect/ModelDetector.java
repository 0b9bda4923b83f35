package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;

import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.util.Span;

/** Names the trained model finds where no rule did. Words that are only ever words are let go. */
final class ModelDetector implements Detector {

    private static final Pattern SEGMENT = Pattern.compile(
            "[^\\n]+?(?:(?<![\\p{Lu}]|\\b(?:Dr|Mr|Mrs|Ms|St|Prof|Sr|No))[.!?](?=\\s+[\\p{Lu}\\d\\n])|(?=\\n)|\\z)");
    private static final double SURE = 0.75;

    private final NameModel model;
    private final Words words;

    ModelDetector(NameModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @Override
    public void detect(Passage passage, List<Finding> found) {
        NameFinderME finder = model.finder();
        Matcher segment = SEGMENT.matcher(passage.text());
        while (segment.find()) {
            if (segment.group().chars().anyMatch(Character::isUpperCase)) {
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
        if (tokens.isEmpty()) {
            return;
        }
        Span[] spans = finder.find(tokens.toArray(String[]::new));
        double[] sure = finder.probs(spans);
        for (int i = 0; i < spans.length; i++) {
            int start = title(passage, places.get(spans[i].getStart())[0]);
            int end = places.get(spans[i].getEnd() - 1)[1];
            if (sure[i] >= SURE && spans[i].getType().equals("person") && person(passage, start, end)) {
                found.add(new Finding(start, end, NameKind.of(passage.text(), start, end), NameModel.VERSION,
                        Math.min(0.84, sure[i])));
            }
        }
    }

    /** Where the name begins behind a grade or a title that the model took for a part of it. */
    private static int title(Passage passage, int start) {
        int first = passage.wordFrom(start);
        return first + 1 < passage.words().size() && NameGrammar.grade(passage.words().get(first).text())
                && passage.words().get(first).start() == start
                        ? passage.words().get(first + 1).start()
                        : start;
    }

    /** At least one word that is a listed name or no ordinary word, none that is only an ordinary one. */
    private boolean person(Passage passage, int start, int end) {
        boolean name = false;
        int size = 0;
        boolean listed = false;
        for (int i = passage.wordFrom(start); i < passage.words().size() && passage.words().get(i).start() < end; i++) {
            Passage.Word word = passage.words().get(i);
            String lower = word.lower();
            if (word.text().length() == 1) {
                continue;
            }
            size++;
            if (!word.capitalised() || NameShape.maker(lower) || words.never(lower)
                    || words.ordinary(lower) && !words.name(lower)
                    || word.end() > end || words.place(lower) && !words.name(lower)) {
                return false;
            }
            listed |= words.given(lower) && !words.ordinary(lower);
            name |= !words.ordinary(lower) && word.text().length() > 2 && (!words.eponym(lower) || words.given(lower));
        }
        return name && (listed && size > 1 || size > 1 && !shouted(passage, start, end));
    }

    private static boolean shouted(Passage passage, int start, int end) {
        String text = passage.text().substring(start, end);
        return text.equals(text.toUpperCase(java.util.Locale.ROOT));
    }
}
