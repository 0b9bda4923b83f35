package org.imaginghaven.nlp.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences that WordNet 3.1 shows the use of a word with: where somebody stands in one, a slot for a name; the others as
 * they are, as sentences about nobody.
 *
 * @see <a href="https://wordnet.princeton.edu/documentation/wndb5wn">glosses and their examples</a>
 */
final class ExampleSentences {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{9,120})\"");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)\\b(?:he|she|(?:the|this|that) (?:(?:old|young|little|poor|new) )?(?:man|woman|boy|girl|child|baby|patient|doctor|nurse|student|teacher|lady|fellow|surgeon))\\b(?!['’])");
    private static final Pattern OBJECT = Pattern.compile(
            "\\bhim\\b|\\bher\\b(?=\\s*$|[.,;]| (?:in|to|with|for|from|at|on|by|as|and|that|into|of|about|when|off|up|out|a|the|if|before|after|again)\\b)");
    private static final Pattern OWNER = Pattern.compile("(?i)\\b(?:his|her)\\b(?= \\p{Ll})");
    private static final Pattern THING = Pattern.compile("(?i)^(?:it|this|that|they|these|the \\p{Ll}+) (?=\\p{Ll})");
    private static final String SLOT = "{who}";
    /** The sign of a slot that no sentence of WordNet holds. */
    private static final Pattern BRACES = Pattern.compile("[{}()|]");

    private final List<String> people = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> things = new ArrayList<>();

    ExampleSentences() {
        for (String part : new String[]{"noun", "verb", "adj", "adv"}) {
            WordNetLists.lines("data." + part, this::gloss);
        }
    }

    /** With somebody in each. */
    List<String> people() {
        return people;
    }

    /** With nobody. */
    List<String> others() {
        return others;
    }

    /** Of which a thing is the subject, with a slot for it. */
    List<String> things() {
        return things;
    }

    private void gloss(String line) {
        int gloss = line.indexOf(" | ");
        if (line.startsWith(" ") || gloss < 0) {
            return;
        }
        Matcher quoted = QUOTED.matcher(line.substring(gloss));
        while (quoted.find()) {
            example(quoted.group(1).strip());
        }
    }

    private void example(String example) {
        if (BRACES.matcher(example).find() || example.substring(1).replaceAll("\\bI\\b", "").chars()
                .anyMatch(Character::isUpperCase)) {
            return;
        }
        String sentence = decapitalised(example);
        if (SUBJECT.matcher(sentence).find()) {
            people.add(SUBJECT.matcher(sentence).replaceFirst(Matcher.quoteReplacement(SLOT)));
        } else if (OBJECT.matcher(sentence).find()) {
            people.add(OBJECT.matcher(sentence).replaceFirst(Matcher.quoteReplacement(SLOT)));
        } else if (OWNER.matcher(sentence).find()) {
            people.add(OWNER.matcher(sentence).replaceFirst(Matcher.quoteReplacement(SLOT + " 's")));
        } else {
            others.add(capitalised(sentence));
            if (THING.matcher(sentence).find()) {
                things.add(THING.matcher(sentence).replaceFirst(Matcher.quoteReplacement("{Thing} ")));
            }
        }
    }

    private static String decapitalised(String sentence) {
        return sentence.startsWith("I ")
                ? sentence
                : sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                        + sentence.substring(1);
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
