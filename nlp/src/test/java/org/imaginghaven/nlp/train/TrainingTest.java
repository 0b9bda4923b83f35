package org.imaginghaven.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.ObjectStreamUtils;

/** What keeps a seed from changing the name model much, and a changed sentence from being left out of it. */
class TrainingTest {

    @Test
    void aDeckDrawsEveryEntryBeforeAnyComesAgain() {
        Deck deck = new Deck(List.of("a", "b", "c", "d"), new Random(3));
        for (int round = 0; round < 3; round++) {
            List<String> drawn = new ArrayList<>(List.of(deck.draw(), deck.draw(), deck.draw(), deck.draw()));
            Collections.sort(drawn);
            assertThat(drawn).containsExactly("a", "b", "c", "d");
        }
    }

    @Test
    void theMeanOfModelsIsThatOfTheirWeightsAndLeavesOutWhatMostLack() {
        MeanModel mean = new MeanModel();
        mean.add(model(new String[]{"name", "other"}, "shared", 3, "rare", 9));
        mean.add(model(new String[]{"other", "name"}, "shared", 1, "seldom", 9));
        mean.add(model(new String[]{"name", "other"}, "shared", 2, "odd", 9));
        GISModel model = mean.model();
        double[] shared = model.eval(new String[]{"shared"});
        // the second model's outcome 0 is "other": weights 3 and 2 for "name", 1 for "other", each divided by three
        assertThat(Math.log(shared[model.getIndex("name")] / shared[model.getIndex("other")])).isCloseTo(4 / 3.0,
                org.assertj.core.data.Offset.offset(1e-9));
        assertThat(model.eval(new String[]{"rare"})).containsExactly(0.5, 0.5);
    }

    private static GISModel model(String[] outcomes, String one, double first, String other, double second) {
        Context[] contexts = {new Context(new int[]{0}, new double[]{first}),
                new Context(new int[]{0}, new double[]{second})};
        return new GISModel(contexts, new String[]{one, other}, outcomes);
    }

    @Test
    void aRegressionLearnsWhichFeatureTellsAndForgetsTheRareOnes() throws IOException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(new Event("other", new String[]{"article", "any"}));
            events.add(new Event("person-start", new String[]{"title", "any"}));
        }
        events.add(new Event("other", new String[]{"once"}));
        GISModel model = new Regression(ObjectStreamUtils.createObjectStream(events), 2).model(6, 11);
        assertThat(model.getBestOutcome(model.eval(new String[]{"title", "any"}))).isEqualTo("person-start");
        assertThat(model.getBestOutcome(model.eval(new String[]{"article", "any"}))).isEqualTo("other");
        assertThat(model.eval(new String[]{"once"})).containsExactly(0.5, 0.5);
        assertThat(new Regression(ObjectStreamUtils.createObjectStream(events), 2).model(6, 11)
                .eval(new String[]{"title"})).isEqualTo(model.eval(new String[]{"title"}));
    }

    @Test
    void whereSomebodyStandsInAnExampleANameDoes() {
        ExampleSentences examples = new ExampleSentences();
        assertThat(examples.people()).hasSizeGreaterThan(5_000)
                .allMatch(sentence -> sentence.split("\\{who}", -1).length == 2);
        assertThat(examples.others()).hasSizeGreaterThan(10_000)
                .noneMatch(sentence -> sentence.matches("(?i)(?:he|she) .*|.*\\{.*"));
    }

    @Test
    void everySentenceOfTheCorpusCanBeMadeAndMarksWholeNames() {
        Corpus corpus = new Corpus(new PeopleLists(), new WordNetLists().used());
        List<NameSample> samples = corpus.training(5, 4_000);
        assertThat(samples).hasSize(4_000);
        assertThat(samples.stream().filter(sample -> sample.getNames().length > 0).count()).isBetween(1_500L, 3_000L);
        for (NameSample sample : samples) {
            assertThat(String.join(" ", sample.getSentence())).doesNotContain("{", "}");
        }
        assertThat(corpus.training(5, 100)).isEqualTo(corpus.training(5, 100));
    }

    @Test
    void aChangedSentenceOrFeatureIsTrainedAnew(@TempDir Path folder) throws IOException {
        for (String file : List.of("train/templates.txt", "detect/WordFeatures.class", "lists/eponyms.txt",
                "report/lexicon.txt")) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "one");
            BuildStamp before = BuildStamp.of(folder, 1);
            Files.writeString(path, "two");
            assertThat(BuildStamp.of(folder, 1)).as(file).isNotEqualTo(before);
        }
        BuildStamp before = BuildStamp.of(folder, 1);
        Files.writeString(folder.resolve("lists/words.txt"), "made by the build");
        assertThat(BuildStamp.of(folder, 1)).isEqualTo(before);
        assertThat(BuildStamp.of(folder, 2)).isNotEqualTo(before);
    }
}
