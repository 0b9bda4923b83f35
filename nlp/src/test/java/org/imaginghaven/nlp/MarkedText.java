package org.imaginghaven.nlp;

import static org.assertj.core.api.Assertions.assertThat;

/** A text in which double brackets hold what must be found and nothing else may be; a bar is the end of a line. */
final class MarkedText {

    private MarkedText() {
    }

    static void check(TextDetectors detectors, String marked, KnownIdentifiers known) {
        String lines = marked.replace('|', '\n');
        String text = lines.replace("[[", "").replace("]]", "");
        StringBuilder found = new StringBuilder(text);
        detectors.find(text, known).forEach(finding -> mask(found, finding.start(), finding.end()));
        StringBuilder expected = new StringBuilder();
        boolean inside = false;
        for (String part : lines.split("\\[\\[|]]")) {
            expected.append(inside ? part.replaceAll("[\\p{L}\\d]", "_") : part);
            inside = !inside;
        }
        assertThat(found.toString()).isEqualTo(expected.toString());
    }

    private static void mask(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                text.setCharAt(i, '_');
            }
        }
    }
}
