package org.imaginghaven.dicom.deid;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report.
 *
 * @param input path below the input folder
 * @param outcome deidentified, quarantined or failed
 * @param output path below the output folder; null when there is none
 * @param reason why there is none; empty when there is one
 */
public record ReportLine(String input, String outcome, @Nullable String output, String reason) {

    private static final Pattern LINE = Pattern
            .compile("\\{\"input\":\"((?:[^\"\\\\]|\\\\.)*)\",\"outcome\":\"(\\w+)\","
                    + "\"output\":(?:null|\"((?:[^\"\\\\]|\\\\.)*)\"),\"reason\":\"((?:[^\"\\\\]|\\\\.)*)\"\\}");

    static ReportLine of(String input, Outcome outcome) {
        // a switch over types is made anew at every start, which takes longer than the first files
        if (outcome instanceof Outcome.Deidentified done) {
            return new ReportLine(input, "deidentified", slashes(done.output()), "");
        }
        if (outcome instanceof Outcome.Quarantined held) {
            return new ReportLine(input, "quarantined", null,
                    held.reason() + " " + held.detail() + "; " + held.reason().advice());
        }
        return new ReportLine(input, "failed", null, ((Outcome.Failed) outcome).reason());
    }

    /** Whether another try could not end differently. */
    boolean isFinal() {
        return !outcome.equals("failed") || !reason.startsWith(Outcome.Failed.UNREADABLE + " ");
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    String json() {
        return "{\"input\":" + quoted(input) + ",\"outcome\":\"" + outcome + "\",\"output\":"
                + (output == null ? "null" : quoted(output)) + ",\"reason\":" + quoted(reason) + "}";
    }

    /** Null when the text is no whole line. */
    static @Nullable ReportLine parse(String text) {
        Matcher match = LINE.matcher(text);
        return !match.matches()
                ? null
                : new ReportLine(plain(match.group(1)), match.group(2),
                        match.group(3) == null ? null : plain(match.group(3)), plain(match.group(4)));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String plain(String quoted) {
        StringBuilder text = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\' && quoted.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(quoted, i + 2, i + 6, 16));
                i += 5;
            } else {
                text.append(c == '\\' ? quoted.charAt(++i) : c);
            }
        }
        return text.toString();
    }
}
