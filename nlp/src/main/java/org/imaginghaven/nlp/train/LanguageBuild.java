package org.imaginghaven.nlp.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes the word lists and the name model: {@code LanguageBuild OUTPUT_DIRECTORY SEED}. Does nothing when they were made before
 * from the same code and seed.
 */
public final class LanguageBuild {

    private static final Path HERE = Path.of("org", "imaginghaven", "nlp");

    private LanguageBuild() {
    }

    /** @throws IOException when the output cannot be written */
    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path folder = output.resolve(HERE);
        BuildStamp stamp = BuildStamp.of(folder, seed);
        Path stampFile = folder.resolve("model").resolve("stamp.txt");
        if (stamp.matches(stampFile)) {
            return;
        }
        Files.createDirectories(folder.resolve("model"));
        Files.createDirectories(folder.resolve("lists"));
        PeopleLists people = new PeopleLists();
        WordNetLists wordNet = new WordNetLists();
        lists(folder.resolve("lists"), people, wordNet);
        long started = System.nanoTime();
        NameModelTraining training = new NameModelTraining(new Corpus(people, wordNet.used()), seed);
        String score = training.train(folder.resolve("model").resolve("person.bin"));
        System.out.printf(Locale.ROOT, "name model: seed %d, %s, %.1f s%n", seed, score,
                (System.nanoTime() - started) / 1e9);
        Files.writeString(folder.resolve("model").resolve("score.txt"), "seed " + seed + ", " + score + "\n");
        stamp.write(stampFile);
    }

    private static void lists(Path folder, PeopleLists people, WordNetLists wordNet) throws IOException {
        write(folder.resolve("words.txt"), wordNet.words());
        write(folder.resolve("verbs.txt"), new WordNetVerbs().forms());
        write(folder.resolve("medical-eponyms.txt"), wordNet.eponyms());
        SortedSet<String> given = small(people.given());
        write(folder.resolve("places.txt"), wordNet.places(given));
        write(folder.resolve("given-names.txt"), given);
        SortedSet<String> surnames = small(people.family());
        surnames.addAll(wordNet.surnames());
        write(folder.resolve("surnames.txt"), surnames);
        SortedSet<String> things = wordNet.things();
        things.addAll(new DrugLists().words());
        things.removeAll(given);
        things.removeAll(surnames);
        things.removeIf(wordNet::word);
        write(folder.resolve("things.txt"), things);
    }

    private static SortedSet<String> small(SortedSet<String> names) {
        SortedSet<String> small = new TreeSet<>();
        names.forEach(name -> small.add(name.toLowerCase(Locale.ROOT)));
        return small;
    }

    private static void write(Path file, Collection<String> lines) throws IOException {
        Files.write(file, lines);
    }
}
