package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How text is cut for the name model, in training and in use: runs of letters, runs of digits, single other characters. */
public final class ModelTokens {

    static final Pattern TOKEN = Pattern
            .compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]{2,})?|\\d+|[^\\s\\p{L}\\p{M}\\d]");

    private ModelTokens() {
    }

    /** The tokens of a text in order. */
    public static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher match = TOKEN.matcher(text);
        while (match.find()) {
            tokens.add(match.group());
        }
        return tokens;
    }
}
