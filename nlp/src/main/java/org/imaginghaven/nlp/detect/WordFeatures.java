package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;

/**
 * Tells the name model of each word what kind it is and what stands around it. Names are told by their kind alone, so that the
 * model learns where names stand rather than which there are; other words by themselves as well.
 */
final class WordFeatures implements AdaptiveFeatureGenerator {

    private static final int REACH = 3;

    private final WordClasses classes;
    private String[] sentence = {};
    private WordClasses.Token[] tokens = {};
    private String capitals = "";
    /** The features of the word last asked for: each way of reading the words before it asks again. */
    private final List<String> last = new ArrayList<>();
    private int at = -1;

    WordFeatures(Words words) {
        this.classes = new WordClasses(words);
    }

    @Override
    public void createFeatures(List<String> features, String[] texts, int index, String[] outcomes) {
        if (texts != sentence) {
            sentence = texts;
            tokens = classes.of(texts);
            capitals = capitals();
            at = -1;
        }
        if (index != at) {
            at = index;
            last.clear();
            own(last, index);
            around(last, index);
            run(last, index);
        }
        features.addAll(last);
    }

    /** How many of the words have a capital: just the first, some, or most, as in a heading. */
    private String capitals() {
        int words = 0;
        int capital = 0;
        for (int i = 1; i < tokens.length; i++) {
            words += tokens[i].word() ? 1 : 0;
            capital += tokens[i].word() && tokens[i].capital() ? 1 : 0;
        }
        return tokens.length > 0 && !tokens[0].cased() ? "n" : capital == 0 ? "0" : capital * 2 >= words ? "2" : "1";
    }

    private WordClasses.Token at(int index) {
        return index < 0 || index >= tokens.length ? WordClasses.NONE : tokens[index];
    }

    private void own(List<String> features, int i) {
        WordClasses.Token token = at(i);
        features.add("c0=" + token.kind());
        features.add("l0=" + token.lists());
        features.add("s0=" + token.shape());
        features.add("n0=" + capitals + token.shape());
        if (token.word()) {
            String lower = sentence[i].toLowerCase(Locale.ROOT);
            int length = lower.length();
            features.add("e2=" + lower.substring(Math.max(0, length - 2)));
            features.add("e3=" + lower.substring(Math.max(0, length - 3)));
            features.add("e4=" + lower.substring(Math.max(0, length - 4)) + token.shape());
            features.add("p3=" + lower.substring(0, Math.min(3, length)));
            features.add("z=" + Math.min(length, 9) + token.shape());
        }
        if (!token.mayBeName()) {
            features.add("w0=" + token.told());
        }
        if (i == 0) {
            features.add("first=" + token.kind());
        }
    }

    private void around(List<String> features, int i) {
        WordClasses.Token token = at(i);
        WordClasses.Token one = at(i + 1);
        WordClasses.Token two = at(i + 2);
        WordClasses.Token before = at(i - 1);
        WordClasses.Token earlier = at(i - 2);
        for (int reach = 1; reach <= REACH; reach++) {
            features.add("w+" + reach + at(i + reach).told());
            features.add("w-" + reach + at(i - reach).told());
        }
        features.add("c+" + one.kind());
        features.add("c-" + before.kind());
        String own = token.kind();
        String shape = token.shape();
        features.add("c0c+" + own + "|" + one.kind());
        features.add("c-c0" + before.kind() + "|" + own);
        features.add("c0w+" + own + "|" + one.told());
        features.add("w-c0" + before.told() + "|" + own);
        features.add("s0w+" + shape + "|" + one.told());
        features.add("w-s0" + before.told() + "|" + shape);
        features.add("s0w++" + shape + "|" + one.told() + "|" + two.told());
        features.add("w--s0" + earlier.told() + "|" + before.told() + "|" + shape);
        features.add("w-s0w+" + before.told() + "|" + shape + "|" + one.told());
        features.add("w-c0v" + before.role() + "|" + shape + "|" + one.role());
        features.add("c0v+" + own + "|" + one.role());
        features.add("c0v++" + own + "|" + one.role() + "|" + two.role());
        features.add("vv" + shape + "|" + one.role() + "|" + two.role() + "|" + at(i + 3).role());
        features.add("v-c0" + before.role() + "|" + own);
        features.add("v--c0" + earlier.role() + "|" + before.role() + "|" + own);
        features.add("ccc" + before.kind() + "|" + shape + token.lists() + "|" + one.kind());
    }

    /** What stands before and behind the row of capitals that a word is a part of. */
    private void run(List<String> features, int i) {
        if (!at(i).inRun()) {
            return;
        }
        int first = i;
        while (at(first - 1).inRun() && i - first < 5) {
            first--;
        }
        int last = i;
        while (at(last + 1).inRun() && last - i < 5) {
            last++;
        }
        String length = last - first + "/" + (i - first);
        String lists = at(i).lists();
        features.add("r+" + length + at(last + 1).told());
        features.add("r-" + length + at(first - 1).told());
        features.add("r+c" + lists + "|" + at(last + 1).told());
        features.add("r-c" + lists + "|" + at(first - 1).told());
        features.add("r++" + at(last + 1).told() + "|" + at(last + 2).told());
        features.add("rv" + at(first - 1).role() + "|" + at(last + 1).role() + "|" + at(last + 2).role());
        features.add("r" + length + "|" + lists);
        features.add("rr" + (first == 0 ? "^" : "") + (last + 1 == tokens.length ? "$" : "") + length + capitals);
    }
}
