package org.imaginghaven.search.request;

import java.util.regex.Pattern;

/** What a project is called. Titles travel further than images do, so they must not hold numbers of patients. */
record Title(String text) {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 120;
    private static final Pattern LONG_NUMBER = Pattern.compile("(\\d[ -]?){6,}");

    static Title of(String typed) throws RefusedRequest {
        String text = typed.strip().replaceAll("\\s+", " ");
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new RefusedRequest(
                    "Give the project a title of " + SHORTEST + " to " + LONGEST + " characters; this one has "
                            + text.length() + ".");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new RefusedRequest("The title holds a character that cannot be shown.");
        }
        if (LONG_NUMBER.matcher(text).find()) {
            throw new RefusedRequest(
                    "The title holds a long number. Leave out anything that could belong to a person.");
        }
        return new Title(text);
    }
}
