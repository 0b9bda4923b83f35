package org.imaginghaven.nlp.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;

/**
 * Logistic regression in steps, an event at a time, for a maximum entropy model of OpenNLP: its own trainers want minutes for so
 * many features. Some features of each event are left out at random, so that the model does not lean on a few of them.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">the size of the steps (AdaGrad)</a>
 */
final class Regression {

    private static final double STEP = 0.15;
    private static final float PERSON = 2;
    /** What says less of every outcome is not kept. */
    private static final double FAINT = 0.05;
    /** One feature of as many is left out. */
    private static final int LEFT_OUT = 5;

    private final List<int[]> events = new ArrayList<>();
    private final List<Integer> wanted = new ArrayList<>();
    private final List<String> features = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();

    /** @param rarest how often a feature must occur to be learned */
    Regression(ObjectStream<Event> stream, int rarest) throws IOException {
        List<int[]> all = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        List<String> texts = new ArrayList<>();
        int[] counts = new int[1 << 16];
        for (Event event = stream.read(); event != null; event = stream.read()) {
            if (!outcomes.contains(event.getOutcome())) {
                outcomes.add(event.getOutcome());
            }
            wanted.add(outcomes.indexOf(event.getOutcome()));
            int[] active = new int[event.getContext().length];
            for (int i = 0; i < active.length; i++) {
                int next = texts.size();
                int id = ids.computeIfAbsent(event.getContext()[i], text -> next);
                if (id == next) {
                    texts.add(event.getContext()[i]);
                }
                counts = id < counts.length ? counts : java.util.Arrays.copyOf(counts, 2 * counts.length);
                counts[id]++;
                active[i] = id;
            }
            all.add(active);
        }
        keepFrequent(all, texts, counts, rarest);
    }

    private void keepFrequent(List<int[]> all, List<String> texts, int[] counts, int rarest) {
        int[] kept = new int[texts.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = counts[i] < rarest ? -1 : features.size();
            if (counts[i] >= rarest) {
                features.add(texts.get(i));
            }
        }
        for (int[] active : all) {
            events.add(java.util.Arrays.stream(active).map(id -> kept[id]).filter(id -> id >= 0).toArray());
        }
    }

    /** The weights after so many rounds, the mean of those after each of the later half of them. */
    GISModel model(int rounds, long seed) {
        Random random = new Random(seed);
        int width = outcomes.size();
        float[] weights = new float[features.size() * width];
        float[] steps = new float[weights.length];
        float[] sums = new float[weights.length];
        int[] order = new int[events.size()];
        java.util.Arrays.setAll(order, i -> i);
        double[] odds = new double[width];
        for (int round = 0; round < rounds; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[other];
                order[other] = swapped;
            }
            for (int event : order) {
                learn(events.get(event), wanted.get(event), weights, steps, odds, random,
                        importance(outcomes.get(wanted.get(event))));
            }
            for (int i = 0; round >= rounds / 2 && i < sums.length; i++) {
                sums[i] += weights[i];
            }
        }
        return model(sums, rounds - rounds / 2);
    }

    /** A name that is missed counts more than a word that is taken for one. */
    private static float importance(String outcome) {
        return outcome.startsWith("person") ? PERSON : 1;
    }

    private static void learn(int[] active, int wanted, float[] weights, float[] steps, double[] odds, Random random,
            float weight) {
        int width = odds.length;
        int size = 0;
        int[] used = new int[active.length];
        java.util.Arrays.fill(odds, 0);
        for (int feature : active) {
            if (random.nextInt(LEFT_OUT) > 0) {
                used[size++] = feature;
                for (int o = 0; o < width; o++) {
                    odds[o] += weights[feature * width + o];
                }
            }
        }
        double most = java.util.Arrays.stream(odds).max().orElse(0);
        double sum = 0;
        for (int o = 0; o < width; o++) {
            odds[o] = Math.exp(odds[o] - most);
            sum += odds[o];
        }
        for (int o = 0; o < width; o++) {
            float error = (float) (odds[o] / sum - (o == wanted ? 1 : 0)) * weight;
            for (int i = 0; Math.abs(error) > 1e-4 && i < size; i++) {
                int at = used[i] * width + o;
                steps[at] += error * error;
                weights[at] -= (float) (STEP * error / Math.sqrt(1 + steps[at]));
            }
        }
    }

    private GISModel model(float[] sums, int of) {
        int width = outcomes.size();
        int[] all = new int[width];
        java.util.Arrays.setAll(all, o -> o);
        List<Context> contexts = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            double[] weights = new double[width];
            double most = 0;
            for (int o = 0; o < width; o++) {
                weights[o] = (float) Math.round(sums[i * width + o] / of * 1000) / 1000;
                most = Math.max(most, Math.abs(weights[o]));
            }
            if (most > FAINT) {
                kept.add(features.get(i));
                contexts.add(new Context(all, weights));
            }
        }
        return new GISModel(contexts.toArray(Context[]::new), kept.toArray(String[]::new),
                outcomes.toArray(String[]::new));
    }
}
