package org.imaginghaven.nlp.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.report.Clause.Token;

/** The radiology lexicon that comes with the project; finds its concepts in text, the longest name at each place. Thread-safe. */
public final class Lexicon {

    /** Version of the lexicon, kept with every mention. */
    public static final String VERSION = "lexicon-4";

    /** "metastases", "stenoses", "thrombi": plurals of words in -is and -us. */
    private static final Pattern LATIN = Pattern
            .compile(".*(?:stases|[nbrlh]oses|theses)|.*(?:embol|thromb|calcul|bronch|menisc|foc|hil|toph)i");

    private static final Pattern ABBREVIATIONS = Pattern.compile("\\p{Lu}{2,4}s");

    private record Name(String conceptId, List<String> words, Optional<String> exact) {
    }

    /** A concept where a text names it. */
    public record Named(Concept concept, int start, int end) {
    }

    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Map<String, List<Name>> byWord = new HashMap<>();

    private Lexicon() {
        for (List<String> fields : ReportData.lines("lexicon.txt")) {
            List<String> names = new ArrayList<>(List.of(fields.get(3)));
            if (fields.size() > 4) {
                names.addAll(ReportData.fields(fields.get(4), "|"));
            }
            String parent = fields.get(1).equals("-") ? "" : fields.get(1);
            Concept concept = new Concept(fields.get(0), parent, fields.get(2), names);
            if (concepts.put(concept.id(), concept) != null) {
                throw new IllegalStateException("two concepts " + concept.id());
            }
            names.forEach(name -> index(concept.id(), name));
        }
        for (Concept concept : concepts.values()) {
            if (!concept.parent().isEmpty() && !concepts.containsKey(concept.parent())) {
                throw new IllegalStateException("concept " + concept.id() + " has no parent " + concept.parent());
            }
        }
    }

    /** The lexicon that comes with the project. */
    public static Lexicon standard() {
        return new Lexicon();
    }

    /** All concepts in the order of the file. */
    public List<Concept> concepts() {
        return List.copyOf(concepts.values());
    }

    public boolean has(String id) {
        return concepts.containsKey(id);
    }

    /** @throws NoSuchElementException when there is none */
    public Concept concept(String id) {
        return Optional.ofNullable(concepts.get(id)).orElseThrow(() -> new NoSuchElementException("no concept " + id));
    }

    /** The broader concepts of one, nearest first. */
    public List<Concept> ancestors(String id) {
        List<Concept> ancestors = new ArrayList<>();
        for (Concept at = concept(id); !at.parent().isEmpty() && ancestors.size() < concepts.size();) {
            at = concept(at.parent());
            ancestors.add(at);
        }
        return ancestors;
    }

    private void index(String id, String name) {
        boolean abbreviation = name.length() <= 5 && name.equals(name.toUpperCase(Locale.ROOT));
        List<String> words = Clause.of(name, 0, name.length()).tokens().stream().map(token -> singular(token.text()))
                .toList();
        byWord.computeIfAbsent(words.getFirst(), key -> new ArrayList<>())
                .add(new Name(id, words, abbreviation ? Optional.of(name) : Optional.empty()));
    }

    /** The concepts a text names, in order, none inside another. */
    public List<Named> find(String text) {
        List<Token> tokens = Clause.of(text, 0, text.length()).tokens();
        List<String> words = tokens.stream()
                .map(token -> ABBREVIATIONS.matcher(text.substring(token.start(), token.end())).matches()
                        ? token.text().substring(0, token.text().length() - 1)
                        : singular(token.text()))
                .toList();
        List<Named> found = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Name best = null;
            for (Name name : byWord.getOrDefault(words.get(i), List.of())) {
                if ((best == null || name.words().size() > best.words().size())
                        && matches(text, tokens, words, i, name)) {
                    best = name;
                }
            }
            if (best != null) {
                int last = i + best.words().size() - 1;
                found.add(new Named(concept(best.conceptId()), tokens.get(i).start(), tokens.get(last).end()));
                i = last + 1;
            } else {
                i++;
            }
        }
        return found;
    }

    private static boolean matches(String text, List<Token> tokens, List<String> words, int at, Name name) {
        if (at + name.words().size() > words.size()
                || !words.subList(at, at + name.words().size()).equals(name.words())) {
            return false;
        }
        String written = text.substring(tokens.get(at).start(), tokens.get(at + name.words().size() - 1).end());
        return name.exact().isEmpty() || written.equals(name.exact().get()) || written.equals(name.exact().get() + "s");
    }

    /**
     * A word as it is compared: American spelling of diphthongs, no plural ending. Both sides of the comparison lose the same,
     * whether or not the result is a word.
     */
    static String singular(String written) {
        String word = written.replace("ae", "e").replace("oe", "e").replaceFirst("our$", "or")
                .replaceFirst("ours$", "ors").replace("dilatation", "dilation").replaceFirst("^disk", "disc")
                .replaceFirst("isation(s?)$", "ization$1").replaceFirst("ised$", "ized");
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches")) {
            return word.substring(0, word.length() - 2);
        }
        if (LATIN.matcher(word).matches()) {
            return word.replaceFirst("es$", "is").replaceFirst("i$", "us");
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("is")
                && !word.endsWith("us")
                        ? word.substring(0, word.length() - 1)
                        : word;
    }
}
