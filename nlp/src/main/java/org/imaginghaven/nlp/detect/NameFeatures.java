package org.imaginghaven.nlp.detect;

import java.util.Map;

import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;

/** What the name model is told about each word, in training and in use alike; OpenNLP makes it by its name. */
public final class NameFeatures extends TokenNameFinderFactory {

    /** For OpenNLP. */
    public NameFeatures() {
        super(null, Map.of(), new BioCodec());
    }

    @Override
    public AdaptiveFeatureGenerator createFeatureGenerators() {
        return new WordFeatures(Words.load());
    }
}
