package org.imaginghaven.nlp.detect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import opennlp.tools.ml.maxent.io.BinaryGISModelReader;
import opennlp.tools.ml.maxent.io.BinaryGISModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ext.ExtensionLoader;

/** The trained model; shared, while each call gets a finder of its own, since finders keep state. */
public final class NameModel {

    static final String VERSION = "model:person-2";
    private static final String FILE = "/org/imaginghaven/nlp/model/person.bin";

    static {
        // OpenNLP makes the features by the name of their class, and only of packages it was told of
        ExtensionLoader.registerAllowedPackage(NameFeatures.class.getPackageName());
    }

    private final TokenNameFinderModel model;

    private NameModel(TokenNameFinderModel model) {
        this.model = model;
    }

    /** What OpenNLP trains a model with. */
    public static TokenNameFinderFactory features() {
        return new NameFeatures();
    }

    /** A model of these weights. */
    public static NameModel of(AbstractModel weights) {
        return new NameModel(new TokenNameFinderModel("en", weights, NameFinderME.DEFAULT_BEAM_SIZE, null, Map.of(),
                Map.of(), new BioCodec(), new NameFeatures()));
    }

    static NameModel load() {
        try (InputStream in = NameModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the name model is not on the class path; build the nlp module as far as process-classes");
            }
            DataInputStream data = new DataInputStream(new java.io.BufferedInputStream(in));
            return of(new BinaryGISModelReader(data).getModel());
        } catch (IOException fault) {
            throw new UncheckedIOException("the name model cannot be read", fault);
        }
    }

    /** Writes weights as {@link #load} reads them. */
    public static void write(AbstractModel weights, OutputStream out) throws IOException {
        BinaryGISModelWriter writer = new BinaryGISModelWriter(weights, new DataOutputStream(out));
        writer.persist();
    }

    /** A finder for one text at a time. */
    public NameFinderME finder() {
        return new NameFinderME(model);
    }
}
