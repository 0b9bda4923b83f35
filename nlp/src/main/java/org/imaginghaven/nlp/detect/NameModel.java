package org.imaginghaven.nlp.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/** The trained model; shared, while each call gets a finder of its own, since finders keep state. */
final class NameModel {

    static final String VERSION = "model:person-1";
    private static final String FILE = "/org/imaginghaven/nlp/model/person.bin";

    private final TokenNameFinderModel model;

    private NameModel(TokenNameFinderModel model) {
        this.model = model;
    }

    static NameModel load() {
        try (InputStream in = NameModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the name model is not on the class path; build the nlp module as far as process-classes");
            }
            return new NameModel(new TokenNameFinderModel(in));
        } catch (IOException fault) {
            throw new UncheckedIOException("the name model cannot be read", fault);
        }
    }

    NameFinderME finder() {
        return new NameFinderME(model);
    }
}
