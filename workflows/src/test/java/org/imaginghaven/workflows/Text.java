package org.imaginghaven.workflows;

import java.util.ArrayList;
import java.util.List;

/** Text of a picture, broken into centred lines. */
final class Text {

    private static final double LETTER = 5.4;
    private static final int LINE = 13;

    private Text() {
    }

    /** Lines from the baseline down. */
    static String lines(String text, double width, double centre, double baseline) {
        StringBuilder svg = new StringBuilder();
        double y = baseline;
        for (String line : broken(text, width)) {
            svg.append(Picture.format("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>\n", centre, y,
                    Picture.escape(line)));
            y += LINE;
        }
        return svg.toString();
    }

    /** Lines around a middle. */
    static String centred(String text, double width, double centre, double middle) {
        int count = broken(text, width).size();
        return lines(text, width, centre, middle + 4 - (count - 1) * LINE / 2.0);
    }

    private static List<String> broken(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && (line.length() + 1 + word.length()) * LETTER > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
