package org.imaginghaven.nlp.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * The mean of models that were trained on different samples: one model of the size of one, less at the mercy of the names that
 * chance put into a sentence. What most of the models did not see is left out.
 */
final class MeanModel {

    private static final class Sum {
        private int models;
        private double[] weights = new double[0];

        void add(int outcome, double weight) {
            if (outcome >= weights.length) {
                weights = Arrays.copyOf(weights, outcome + 1);
            }
            weights[outcome] += weight;
        }

        Context mean(int of) {
            int[] outcomes = new int[weights.length];
            double[] means = new double[weights.length];
            int size = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] != 0) {
                    outcomes[size] = i;
                    means[size++] = weights[i] / of;
                }
            }
            return new Context(Arrays.copyOf(outcomes, size), Arrays.copyOf(means, size));
        }
    }

    private final Map<String, Sum> sums = new TreeMap<>();
    private final List<String> outcomes = new ArrayList<>();
    private int models;

    @SuppressWarnings("unchecked")
    void add(AbstractModel model) {
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            if (!outcomes.contains(model.getOutcome(i))) {
                outcomes.add(model.getOutcome(i));
            }
        }
        Map<String, Context> predicates = (Map<String, Context>) model.getDataStructures()[1];
        predicates.forEach((predicate, context) -> {
            Sum sum = sums.computeIfAbsent(predicate, key -> new Sum());
            sum.models++;
            for (int i = 0; i < context.getOutcomes().length; i++) {
                sum.add(outcomes.indexOf(model.getOutcome(context.getOutcomes()[i])), context.getParameters()[i]);
            }
        });
        models++;
    }

    GISModel model() {
        sums.values().removeIf(sum -> sum.models * 2 <= models);
        Context[] contexts = sums.values().stream().map(sum -> sum.mean(models)).toArray(Context[]::new);
        return new GISModel(contexts, sums.keySet().toArray(String[]::new), outcomes.toArray(String[]::new));
    }
}
