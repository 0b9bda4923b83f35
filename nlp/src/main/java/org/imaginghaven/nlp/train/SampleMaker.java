package org.imaginghaven.nlp.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.detect.ModelTokens;

import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;

/** Fills the slots of template sentences and marks where names stand. */
final class SampleMaker {

    private static final Pattern CHOICE = Pattern.compile("\\(([^()|]*\\|[^()]*)\\)");
    private static final Pattern SLOT = Pattern.compile("\\{\\w+}");
    private static final Pattern WORD = Pattern.compile("\\p{Ll}{3,}");

    private final List<String> templates;
    private final SlotFiller filler;
    private final Random random;

    SampleMaker(List<String> templates, SlotFiller filler, long seed) {
        this.templates = templates;
        this.filler = filler;
        this.random = new Random(seed);
    }

    /** Every template equally often, so that a seed changes which names stand where and not what is learned most. */
    List<NameSample> samples(int count) {
        Deck deck = new Deck(templates, random);
        List<NameSample> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            samples.add(sample(deck.draw()));
        }
        return samples;
    }

    /** The same with some in one case, some as headings are written and some with capitals for stress. */
    List<NameSample> varied(int count) {
        return samples(count).stream().map(sample -> switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> small(sample);
            case 4 -> headed(sample);
            case 5 -> stressed(sample);
            default -> sample;
        }).toList();
    }

    private static NameSample small(NameSample sample) {
        String[] tokens = sample.getSentence().clone();
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = tokens[i].toLowerCase(Locale.ROOT);
        }
        return new NameSample(tokens, sample.getNames(), true);
    }

    private NameSample headed(NameSample sample) {
        String[] tokens = sample.getSentence().clone();
        for (int i = 0; i < tokens.length; i++) {
            if (WORD.matcher(tokens[i]).matches() && random.nextInt(4) > 0) {
                tokens[i] = SlotFiller.capitalised(tokens[i]);
            }
        }
        return new NameSample(tokens, sample.getNames(), true);
    }

    /** Some words in capitals, but not all of them, which would say nothing of any. */
    private NameSample stressed(NameSample sample) {
        String[] tokens = sample.getSentence().clone();
        int from = random.nextInt(Math.max(1, tokens.length));
        int to = Math.min(tokens.length, from + 1 + random.nextInt(4));
        for (int i = from; i < to; i++) {
            if (WORD.matcher(tokens[i]).matches()) {
                tokens[i] = tokens[i].toUpperCase(Locale.ROOT);
            }
        }
        return new NameSample(tokens, sample.getNames(), true);
    }

    private NameSample sample(String template) {
        List<String> tokens = new ArrayList<>();
        List<Span> names = new ArrayList<>();
        for (String part : SLOT.matcher(chosen(template)).replaceAll(" $0 ").strip().split(" +")) {
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

    /** One of each choice, the innermost first. */
    private String chosen(String template) {
        String text = template;
        for (Matcher choice = CHOICE.matcher(text); choice.find(); choice = CHOICE.matcher(text)) {
            text = choice.replaceAll(
                    found -> Matcher.quoteReplacement(filler.pick(List.of(found.group(1).split("\\|", -1)))));
        }
        return text;
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
