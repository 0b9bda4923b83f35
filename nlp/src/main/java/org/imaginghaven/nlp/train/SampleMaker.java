package org.imaginghaven.nlp.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.detect.ModelTokens;

import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;

/** Fills the slots of template sentences and marks where names stand. */
final class SampleMaker {

    private static final Pattern CHOICE = Pattern.compile("\\(([^()]+\\|[^()]+)\\)");

    private final List<String> templates;
    private final SlotFiller filler;

    SampleMaker(PeopleLists people, List<String> words, long seed, String templates, boolean training) {
        this.templates = lines(templates);
        this.filler = new SlotFiller(people, words, seed, training, lines("negatives.txt"), lines("headings.txt"));
    }

    /** Every template equally often, so that a seed changes which names stand where and not what is learned most. */
    List<NameSample> samples(int count) {
        List<NameSample> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            samples.add(sample(templates.get(i % templates.size())));
        }
        return samples;
    }

    private NameSample sample(String template) {
        List<String> tokens = new ArrayList<>();
        List<Span> names = new ArrayList<>();
        for (String part : CHOICE.matcher(template)
                .replaceAll(choice -> filler.pick(List.of(choice.group(1).split("\\|"))))
                .split(" ")) {
            if (part.startsWith("{") && part.endsWith("}")) {
                SlotFiller.Filling filling = filler.fill(part.substring(1, part.length() - 1));
                int start = tokens.size() + filling.lead();
                tokens.addAll(filling.tokens());
                if (!filling.type().isEmpty()) {
                    names.add(new Span(start, tokens.size() - filling.tail(), filling.type()));
                }
            } else {
                tokens.addAll(ModelTokens.of(part));
            }
        }
        return new NameSample(tokens.toArray(String[]::new), names.toArray(Span[]::new), true);
    }

    static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(SampleMaker.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("# ")).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
