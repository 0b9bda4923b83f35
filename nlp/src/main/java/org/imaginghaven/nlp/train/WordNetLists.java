package org.imaginghaven.nlp.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Ordinary words, places and surnames of well-known people out of WordNet 3.1, whose entries keep their capitals.
 *
 * @see <a href="https://wordnet.princeton.edu/documentation/wndb5wn">the format of its files</a>
 */
final class WordNetLists {

    private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";
    private static final Pattern SINGLE = Pattern.compile("[a-z]{2,}(?:-[a-z]+)*");
    private static final int PLACE = 15;
    private static final int PERSON = 18;
    /** Parts of bodies and states of them, which is where diseases are. */
    private static final Set<Integer> MEDICAL = Set.of(8, 26);
    private static final Set<Integer> BEINGS = Set.of(5, PERSON, 20);
    /** A word tagged this often in WordNet's own corpus is one that people use. */
    private static final int OFTEN = 3;

    private final SortedSet<String> places = new TreeSet<>();
    private final SortedSet<String> eponyms = new TreeSet<>();
    private final SortedSet<String> placeParts = new TreeSet<>();
    private final SortedSet<String> surnames = new TreeSet<>();
    private final Map<String, Integer> words = new TreeMap<>();
    private final Set<String> beings = new HashSet<>();
    private final SortedSet<String> things = new TreeSet<>();

    WordNetLists() {
        for (String part : new String[]{"noun", "verb", "adj", "adv"}) {
            lines("data." + part, this::synset);
        }
        lines("cntlist", this::count);
        lines("noun.exc", this::plural);
    }

    /** Places of one word, and the words of longer ones that are neither ordinary words nor forenames: "Angeles", but not "Diego". */
    SortedSet<String> places(Set<String> given) {
        placeParts.removeIf(part -> words.containsKey(part) || given.contains(part) || surnames.contains(part));
        SortedSet<String> all = new TreeSet<>(places);
        all.addAll(placeParts);
        return all;
    }

    SortedSet<String> surnames() {
        return surnames;
    }

    /** Words that carry a capital and are nobody's and no place's: drugs, genera, peoples, languages, orders. */
    SortedSet<String> things() {
        return things;
    }

    /** Whether people write it in small letters. */
    boolean word(String lower) {
        return words.containsKey(lower);
    }

    /** Those whom diseases, signs and parts of the body are named after: "Addison" of "Addison's disease". */
    SortedSet<String> eponyms() {
        return eponyms;
    }

    /** Each word, followed by {@code +} when it is used often, else by {@code @} when it is a person, an animal or a plant. */
    SortedSet<String> words() {
        SortedSet<String> lines = new TreeSet<>();
        words.forEach((word, count) -> lines.add(word + (count >= OFTEN ? "+" : beings.contains(word) ? "@" : "")));
        return lines;
    }

    /** Words used often, for the sentences that the model learns from. */
    List<String> used() {
        return words.entrySet().stream().filter(word -> word.getValue() >= OFTEN && word.getKey().length() > 2)
                .map(Map.Entry::getKey).toList();
    }

    private void synset(String line) {
        if (line.startsWith(" ")) {
            return;
        }
        String[] fields = line.split(" ");
        int topic = Integer.parseInt(fields[1]);
        int count = Integer.parseInt(fields[3], 16);
        for (int i = 0; i < count; i++) {
            entry(topic, fields[4 + 2 * i].replaceAll("\\(.*\\)", ""));
        }
    }

    private void entry(int topic, String entry) {
        if (SINGLE.matcher(entry).matches()) {
            words.putIfAbsent(entry, 0);
            if (BEINGS.contains(topic)) {
                beings.add(entry);
            }
        } else if (!entry.isEmpty() && Character.isUpperCase(entry.charAt(0))) {
            String[] parts = entry.split("_");
            String last = parts[parts.length - 1].toLowerCase(Locale.ROOT);
            if (topic == PLACE && parts.length == 1 && last.length() > 3) {
                places.add(last);
            }
            if (topic != PLACE && topic != PERSON && entry.matches("\\p{Lu}\\p{Ll}{2,}")) {
                things.add(last);
            }
            if (MEDICAL.contains(topic) && parts.length > 1 && Character.isLowerCase(parts[parts.length - 1].charAt(0))
                    && parts[0].matches("\\p{Lu}[\\p{Ll}\\-]{2,}(?:['’]s)?")) {
                eponyms.add(parts[0].toLowerCase(Locale.ROOT).replaceAll("['’]s$", ""));
            }
            if (topic == PLACE && parts.length > 1 && parts.length < 4 && !entry.contains(".")) {
                for (String part : parts) {
                    if (part.matches("\\p{Lu}\\p{Ll}{2,}")) {
                        placeParts.add(part.toLowerCase(Locale.ROOT));
                    }
                }
            }
            if (topic == PERSON && parts.length > 1 && last.matches("\\p{L}{3,}")
                    && Character.isUpperCase(parts[parts.length - 1].charAt(0))) {
                surnames.add(last);
            }
        }
    }

    /** Plurals that no ending makes: "criteria". */
    private void plural(String line) {
        String[] forms = line.split(" ");
        if (SINGLE.matcher(forms[0]).matches() && words.containsKey(forms[1])) {
            words.putIfAbsent(forms[0], 0);
        }
    }

    private void count(String line) {
        String[] fields = line.split(" ");
        String word = fields[1].substring(0, fields[1].indexOf('%'));
        words.computeIfPresent(word, (key, sum) -> sum + Integer.parseInt(fields[0]));
    }

    /** The lines of one of WordNet's files. */
    static void lines(String file, Consumer<String> each) {
        try (InputStream in = WordNetLists.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("WordNet's " + file + " is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().forEach(each);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
