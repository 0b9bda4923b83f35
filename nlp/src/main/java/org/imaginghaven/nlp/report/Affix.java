package org.imaginghaven.nlp.report;

import java.util.regex.Pattern;

/** What is grown onto a finding: "non-displaced", "pain-free", and in a list of pluses and minuses "-rash, +cough". */
enum Affix {
    ABSENT, NONE;

    private static final Pattern NON = Pattern.compile("(?iu)(?<!\\p{L})non[-\\u2010\\u2011]?\\z");
    private static final Pattern FREE = Pattern.compile("(?iu)\\A[-\\u2010\\u2011]free\\b");
    private static final Pattern MINUS = Pattern.compile("(?<=\\A|[\\s,;:])[-−–]\\z");
    private static final Pattern SIGNS = Pattern.compile("(?:\\A|[\\s,;:])[-−–+]\\p{L}[^;]*?,\\s*[-−–+]\\p{L}");

    static Affix of(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 5), start);
        if (NON.matcher(before).find() || FREE.matcher(text.substring(end, Math.min(text.length(), end + 6))).find()) {
            return ABSENT;
        }
        return MINUS.matcher(before).find() && SIGNS.matcher(line(text, start)).find() ? ABSENT : NONE;
    }

    private static String line(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end);
    }
}
