package org.imaginghaven.nlp.train;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.imaginghaven.nlp.detect.NameModel;

import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderEventStream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderEvaluator;
import opennlp.tools.util.ObjectStreamUtils;

/**
 * Trains the model that finds people, places and organisations, on sentences filled with generated names. A third of the surnames
 * are made of syllables and a fifth are ordinary words, so that the model learns where names stand rather than which there are.
 */
final class NameModelTraining {

    private static final int SENTENCES = 16_000;
    /** The mean of as many is written, each trained on a sample of its own. */
    private static final int MODELS = 3;
    private static final int HELD_OUT = 6_000;
    /** The same sentences for every model, so that models can be compared. */
    private static final long HELD_OUT_SEED = 7919;
    private static final int ROUNDS = 6;
    /** How often something must be seen to be learned. */
    private static final int RAREST = 3;

    private final Corpus corpus;
    private final long seed;

    NameModelTraining(Corpus corpus, long seed) {
        this.corpus = corpus;
        this.seed = seed;
    }

    /** Trains, writes the model and returns its score on sentences of other templates with other names. */
    String train(Path file) throws IOException {
        MeanModel mean = new MeanModel();
        for (int i = 0; i < MODELS; i++) {
            mean.add(one(seed * MODELS + i));
        }
        GISModel weights = mean.model();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            NameModel.write(weights, out);
        }
        return score(NameModel.of(weights));
    }

    private GISModel one(long sampleSeed) throws IOException {
        List<NameSample> samples = corpus.training(sampleSeed * 100, SENTENCES);
        return new Regression(new NameFinderEventStream(ObjectStreamUtils.createObjectStream(samples), null,
                NameModel.features().createContextGenerator(), new BioCodec()), RAREST).model(ROUNDS, sampleSeed);
    }

    private String score(NameModel model) throws IOException {
        TokenNameFinderEvaluator evaluator = new TokenNameFinderEvaluator(model.finder());
        evaluator.evaluate(ObjectStreamUtils.createObjectStream(corpus.heldOut(HELD_OUT_SEED, HELD_OUT)));
        return String.format(Locale.ROOT,
                "on %d held-out sentences of other templates and names: precision %.3f, recall %.3f",
                HELD_OUT, evaluator.getFMeasure().getPrecisionScore(), evaluator.getFMeasure().getRecallScore());
    }
}
