package org.imaginghaven.identifiable.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table whose every row is one line, comma-separated, quoted as in RFC 4180, UTF-8. A line that breaks the rules
 * is given up with its number and the next is read as if nothing had happened: cells with line breaks are refused,
 * because with them one stray quote would swallow the rows that follow, or worse, join two patients into one.
 */
final class CsvTable {

    /** Why a row cannot be used; never what it held. */
    enum RowFault {
        STRAY_QUOTE, WRONG_NUMBER_OF_CELLS, LINE_TOO_LONG, NOT_UTF8, BAD_IDENTIFIER, NO_IDENTIFIER, UNKNOWN_PATIENT, CONFLICTING_IDENTIFIERS
    }

    /** Takes the rows; line 1 is the header, which is not among them. */
    interface Sink {
        void row(int line, Map<String, String> cells);

        void reject(int line, RowFault fault);
    }

    /** The header cannot be used: nothing in the table can be told apart. */
    static final class BadHeader extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final int LONGEST_LINE = 1 << 16;

    private CsvTable() {
    }

    static void read(Path file, Sink sink) throws IOException, BadHeader {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Line line = next(bytes);
            List<String> names = header(line);
            for (int number = 2; (line = next(bytes)) != null; number++) {
                row(number, line, names, sink);
            }
        }
    }

    private record Line(@Nullable String text, @Nullable RowFault fault) {
    }

    private static List<String> header(@Nullable Line line) throws BadHeader {
        String text = line == null || line.text() == null ? "" : line.text();
        List<String> cells = cells(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<String> names = cells == null
                ? List.of()
                : cells.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        if (names.isEmpty() || names.contains("") || names.stream().distinct().count() < names.size()) {
            throw new BadHeader();
        }
        return names;
    }

    private static void row(int number, Line line, List<String> names, Sink sink) {
        if (line.text() == null) {
            sink.reject(number, line.fault() == null ? RowFault.NOT_UTF8 : line.fault());
        } else if (!line.text().isBlank()) {
            List<String> cells = cells(line.text());
            if (cells == null) {
                sink.reject(number, RowFault.STRAY_QUOTE);
            } else if (cells.size() != names.size()) {
                sink.reject(number, RowFault.WRONG_NUMBER_OF_CELLS);
            } else {
                Map<String, String> byName = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    byName.put(names.get(i), cells.get(i).strip());
                }
                sink.row(number, byName);
            }
        }
    }

    /** @return null at the end of the file */
    private static @Nullable Line next(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        boolean tooLong = false;
        for (int b = bytes.read(); b >= 0; b = bytes.read()) {
            any = true;
            if (b == '\n') {
                break;
            }
            tooLong |= line.size() == LONGEST_LINE;
            if (!tooLong) {
                line.write(b);
            }
        }
        if (!any) {
            return null;
        }
        return tooLong ? new Line(null, RowFault.LINE_TOO_LONG) : decoded(line.toByteArray());
    }

    private static Line decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            return whole.indexOf('\0') < 0 ? new Line(whole, null) : new Line(null, RowFault.NOT_UTF8);
        } catch (CharacterCodingException e) {
            return new Line(null, RowFault.NOT_UTF8);
        }
    }

    /** @return null when a quote stands where none can */
    private static @Nullable List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder cell = new StringBuilder();
            at = at < line.length() && line.charAt(at) == '"' ? quoted(line, at + 1, cell) : plain(line, at, cell);
            if (at < 0 || at < line.length() && line.charAt(at) != ',') {
                return null;
            }
            cells.add(cell.toString());
            if (at >= line.length()) {
                return cells;
            }
            at++;
        }
    }

    private static int plain(String line, int from, StringBuilder cell) {
        int at = from;
        while (at < line.length() && line.charAt(at) != ',') {
            if (line.charAt(at) == '"') {
                return -1;
            }
            cell.append(line.charAt(at++));
        }
        return at;
    }

    private static int quoted(String line, int from, StringBuilder cell) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return at;
            }
        }
        return -1;
    }
}
