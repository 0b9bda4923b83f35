package org.imaginghaven.nlp.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads triggers from lines of {@code effect where reach phrase | phrase}; {@code (a/b)} is a choice, a {@code ?} behind it makes it optional. */
final class TriggerFile {

    private static final Pattern LINE = Pattern.compile("(\\w+)\\s+(\\w+)\\s+(\\d+)\\s+(.+)");
    private static final Pattern PART = Pattern.compile("\\(([^)]*)\\)(\\?)?|(\\S+)");

    /** Triggers by their first word. */
    private final Map<String, List<Trigger>> byWord = new HashMap<>();

    private TriggerFile() {
    }

    static TriggerFile bundled() {
        try (InputStream in = Objects.requireNonNull(TriggerFile.class.getResourceAsStream("assertion-triggers.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            TriggerFile file = new TriggerFile();
            reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(file::line);
            return file;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The triggers whose first word this is. */
    List<Trigger> startingWith(String word) {
        return byWord.getOrDefault(word, List.of());
    }

    private void line(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            throw new IllegalStateException("not a trigger: " + line);
        }
        Trigger.Effect effect = Trigger.Effect.valueOf(match.group(1).toUpperCase(Locale.ROOT));
        Trigger.Where where = Trigger.Where.valueOf(match.group(2).toUpperCase(Locale.ROOT));
        int reach = Integer.parseInt(match.group(3));
        for (String phrase : match.group(4).split("\\s\\|\\s")) {
            for (List<String> words : expand(phrase.strip())) {
                if (!words.isEmpty()) {
                    byWord.computeIfAbsent(words.getFirst(), key -> new ArrayList<>())
                            .add(new Trigger(effect, where, reach, words));
                }
            }
        }
    }

    /** Every reading of a phrase with choices. */
    static List<List<String>> expand(String phrase) {
        List<List<String>> readings = new ArrayList<>();
        readings.add(List.of());
        Matcher part = PART.matcher(phrase);
        while (part.find()) {
            List<List<String>> choices = new ArrayList<>();
            if (part.group(3) != null) {
                choices.add(List.of(part.group(3)));
            } else {
                for (String choice : part.group(1).split("/")) {
                    choices.add(List.of(choice.split(" ")));
                }
                if (part.group(2) != null) {
                    choices.add(List.of());
                }
            }
            readings = joined(readings, choices);
        }
        return readings;
    }

    private static List<List<String>> joined(List<List<String>> readings, List<List<String>> choices) {
        List<List<String>> longer = new ArrayList<>();
        for (List<String> reading : readings) {
            for (List<String> choice : choices) {
                List<String> both = new ArrayList<>(reading);
                both.addAll(choice);
                longer.add(List.copyOf(both));
            }
        }
        return longer;
    }
}
