package org.imaginghaven.nlp.train;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderEvaluator;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains the model that finds people, places and organisations, on sentences filled with generated names. Half of the surnames
 * are made of syllables, so that the model learns where names stand rather than which there are.
 */
final class NameModelTraining {

    private static final int SENTENCES = 9_000;
    /** The mean of as many is written, each trained on a sample of its own. */
    private static final int MODELS = 5;
    private static final int HELD_OUT = 6_000;
    /** The same sentences for every model, so that models can be compared. */
    private static final long HELD_OUT_SEED = 7919;
    private static final int ITERATIONS = 60;

    private final PeopleLists people;
    private final List<String> words;
    private final long seed;

    NameModelTraining(PeopleLists people, List<String> words, long seed) {
        this.people = people;
        this.words = words;
        this.seed = seed;
    }

    /** Trains, writes the model and returns its score on sentences of other templates with other names. */
    String train(Path file) throws IOException {
        TokenNameFinderFactory factory = new TokenNameFinderFactory(features(), Map.of(), new BioCodec());
        MeanModel mean = new MeanModel();
        for (int i = 0; i < MODELS; i++) {
            mean.add(one(seed * MODELS + i, factory));
        }
        TokenNameFinderModel model = new TokenNameFinderModel("en", mean.model(), NameFinderME.DEFAULT_BEAM_SIZE,
                features(), Map.of(), Map.of(), new BioCodec(), factory);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.serialize(out);
        }
        return score(model);
    }

    private AbstractModel one(long sampleSeed, TokenNameFinderFactory factory) throws IOException {
        List<NameSample> samples = new SampleMaker(people, words, sampleSeed, "templates.txt", true).samples(SENTENCES);
        TokenNameFinderModel model = NameFinderME.train("en", null, ObjectStreamUtils.createObjectStream(samples),
                parameters(), factory);
        return Objects.requireNonNull(model.getArtifact("nameFinder.model"));
    }

    private String score(TokenNameFinderModel model) throws IOException {
        List<NameSample> samples = new SampleMaker(people, words, HELD_OUT_SEED, "held-out.txt", false)
                .samples(HELD_OUT);
        TokenNameFinderEvaluator evaluator = new TokenNameFinderEvaluator(new NameFinderME(model));
        evaluator.evaluate(ObjectStreamUtils.createObjectStream(samples));
        return String.format(Locale.ROOT,
                "on %d held-out sentences of other templates and names: precision %.3f, recall %.3f",
                HELD_OUT, evaluator.getFMeasure().getPrecisionScore(), evaluator.getFMeasure().getRecallScore());
    }

    private static TrainingParameters parameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 3);
        parameters.put(TrainingParameters.THREADS_PARAM, 1);
        parameters.put("PrintMessages", false);
        return parameters;
    }

    private static byte[] features() throws IOException {
        try (InputStream in = Objects.requireNonNull(NameModelTraining.class.getResourceAsStream("features.xml"))) {
            return in.readAllBytes();
        }
    }
}
