package org.imaginghaven.nlp.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the data files of this package: lines of fields between semicolons. */
final class ReportData {

    private ReportData() {
    }

    static List<List<String>> lines(String file) {
        try (InputStream in = Objects.requireNonNull(ReportData.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> fields(line, ";")).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The parts of a field between marks, without blanks around them. */
    static List<String> fields(String text, String mark) {
        return List.of(text.split(java.util.regex.Pattern.quote(mark))).stream().map(String::strip)
                .filter(part -> !part.isEmpty()).toList();
    }
}
