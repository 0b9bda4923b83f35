package org.imaginghaven.nlp.detect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the lists and the letters say of each word of a sentence. In a sentence without a capital, no word is told by its case. */
final class WordClasses {

    static final Token NONE = new Token("#", "#", "#", "#", true);

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "doctor",
            "master", "sir", "dame", "sister", "rev", "mx", "drs", "messrs");
    private static final Pattern KIN = Pattern.compile(Kin.WORD);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}.*");
    private static final Pattern MEDICAL_END = Pattern.compile(
            ".*(?:itis|osis|oma|emia|aemia|ectomy|otomy|ostomy|scopy|graphy|gram|pathy|plasty|algia|uria|ine|ol|ide|ate|in|ium|ix|ex|ase|mycin|cillin|azole|pril|sartan|statin|zepam|mab|nib|vir|al|oid|ic|ous)");
    private static final int KEPT = 20_000;

    /**
     * @param shape of its letters
     * @param lists it is in
     * @param told the word itself, or its kind when it may be a name
     * @param role what it does in a sentence
     * @param cased whether the writer chose where capitals stand
     */
    record Token(String shape, String lists, String told, String role, boolean cased) {

        String kind() {
            return shape + lists;
        }

        boolean word() {
            return shape.equals("C") || shape.equals("A") || shape.equals("M") || shape.equals("l")
                    || shape.equals("n") || shape.equals("I");
        }

        boolean capital() {
            return shape.equals("C") || shape.equals("A") || shape.equals("M") || shape.equals("I");
        }

        boolean inRun() {
            return capital() && !lists.equals("t");
        }

        boolean mayBeName() {
            return told.startsWith("*");
        }
    }

    private final Words words;
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();

    WordClasses(Words words) {
        this.words = words;
    }

    Token[] of(String[] texts) {
        boolean cased = Arrays.stream(texts).anyMatch(text -> text.chars().anyMatch(Character::isUpperCase));
        Token[] tokens = new Token[texts.length];
        for (int i = 0; i < texts.length; i++) {
            tokens[i] = token(texts[i], cased);
        }
        return tokens;
    }

    private Token token(String text, boolean cased) {
        if (!LETTERS.matcher(text).matches()) {
            String shape = Character.isDigit(text.charAt(0)) ? "d" + Math.min(text.length(), 5) : text;
            return new Token(shape, "", shape, shape, cased);
        }
        if (lists.size() > KEPT) {
            lists.clear();
            roles.clear();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String in = lists.computeIfAbsent(lower, this::lists);
        String shape = cased ? shape(text) : lower.length() == 1 ? "i" : "n";
        boolean known = shape.equals("l") || in.equals("t") || in.equals("k") || in.equals("f")
                || !cased && in.matches("[uRr].*");
        return new Token(shape, in, known ? lower : "*" + shape + in,
                shape.equals("C") || shape.equals("A") && text.length() > 1 || shape.equals("I")
                        ? "*"
                        : roles.computeIfAbsent(lower, this::role),
                cased);
    }

    private static String shape(String text) {
        if (Character.isLowerCase(text.charAt(0))) {
            return "l";
        }
        if (text.length() == 1) {
            return "I";
        }
        String rest = text.substring(1);
        if (rest.chars().noneMatch(Character::isUpperCase)) {
            return "C";
        }
        return rest.chars().noneMatch(Character::isLowerCase) ? "A" : "M";
    }

    private String lists(String lower) {
        if (TITLES.contains(lower)) {
            return "t";
        }
        if (KIN.matcher(lower).matches()) {
            return "k";
        }
        boolean given = words.given(lower);
        if (words.functionWord(lower)) {
            return given ? "fg" : "f";
        }
        boolean family = words.surname(lower);
        String name = (given ? "g" : "") + (family ? "s" : "");
        if (words.never(lower)) {
            return "R" + name;
        }
        if (words.role(lower)) {
            return "r" + name;
        }
        if (words.ordinary(lower)) {
            return (words.used(lower) ? "u" : "o") + name + (words.ordinarySurname(lower) ? "S" : "")
                    + (words.eponym(lower) ? "e" : "");
        }
        String other = (words.eponym(lower) ? "e" : "") + (words.place(lower) ? "p" : "")
                + (words.thing(lower) || NameShape.maker(lower) ? "T" : "");
        if (name.isEmpty() && other.isEmpty()) {
            return lower.length() < 3 ? "y" : MEDICAL_END.matcher(lower).matches() ? "xm" : "x";
        }
        return name + other;
    }

    private String role(String lower) {
        if (words.functionWord(lower)) {
            return lower;
        }
        if (words.personal(lower)) {
            return "vS";
        }
        if (words.personalPast(lower)) {
            return "vD";
        }
        if (words.predicate(lower)) {
            return "v";
        }
        if (words.infinitive(lower)) {
            return "vb";
        }
        String in = lists.computeIfAbsent(lower, this::lists);
        return lower.endsWith("ing") ? "ing" : lower.endsWith("ly") ? "ly" : in.isEmpty() ? "x" : in.substring(0, 1);
    }
}
