package org.imaginghaven.nlp.document;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.imaginghaven.nlp.FindingKind;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * An RTF document: its text and the files inside it through Tika, and then what stands in groups that a reader of the document does
 * not see, its properties among them.
 */
final class RtfDocument {

    private static final Map<String, String> PROPERTIES = Map.ofEntries(Map.entry("title", "title"),
            Map.entry("author", "author"), Map.entry("operator", "author"), Map.entry("manager", "author"),
            Map.entry("company", "company"), Map.entry("subject", "subject"), Map.entry("keywords", "keywords"),
            Map.entry("category", "keywords"), Map.entry("comment", "comment"), Map.entry("doccomm", "comment"),
            Map.entry("hlinkbase", "link"), Map.entry("fldinst", "link"), Map.entry("sv", "alternative"),
            Map.entry("bkmkstart", "bookmark"));
    /** Groups whose text is the document's own and comes through Tika; what they hide inside is still looked for. */
    private static final Set<String> SEEN = Set.of("shpinst", "shppict", "shptxt", "annotation", "atnid", "atnauthor",
            "background", "nesttableprops", "bkmkend", "pn", "pntext", "ud", "upr", "do", "objclass", "objname");
    /** Data and names of fonts and styles. */
    private static final Set<String> NO_TEXT = Set.of("pict", "objdata", "fonttbl", "colortbl", "stylesheet",
            "latentstyles", "themedata", "colorschememapping", "datastore", "listtable", "listoverridetable",
            "rsidtbl", "blipuid", "panose", "falt", "pnseclvl", "wgrffmtfilter", "mmathPr", "filetbl", "passwordhash");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** A group in braces. */
    private record Group(@Nullable String place, boolean silent, boolean first, int skip) {
    }

    private final byte[] bytes;
    private final Gathering gathering;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private Group now = new Group(null, false, false, 1);
    private Charset charset = Charset.forName("windows-1252");
    private boolean starred;
    private int toSkip;
    private int at;

    private RtfDocument(byte[] bytes, Gathering gathering) {
        this.bytes = bytes;
        this.gathering = gathering;
    }

    static void read(byte[] document, Gathering gathering) throws IOException {
        String seen;
        try {
            seen = TikaText.read(new RTFParser(), closed(document), new ParseContext(), gathering);
        } catch (SAXException | TikaException fault) {
            throw DocumentReader.broken(fault, document);
        }
        RtfDocument own = new RtfDocument(document, gathering);
        own.groups();
        if (!words(seen).containsAll(words(own.body.toString()))) {
            // a broken document, of which a parser leaves out what is not ended
            gathering.add("rest", own.body.toString());
        }
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Tika leaves out a last paragraph that is not ended, so it is ended here: nothing may stay unread. */
    private static byte[] closed(byte[] document) {
        int end = document.length - 1;
        while (end >= 0 && document[end] != '}') {
            end--;
        }
        if (end < 0) {
            return document;
        }
        byte[] ending = "\\par ".getBytes(StandardCharsets.ISO_8859_1);
        byte[] closed = Arrays.copyOf(document, document.length + ending.length);
        System.arraycopy(ending, 0, closed, end, ending.length);
        System.arraycopy(document, end, closed, end + ending.length, document.length - end);
        return closed;
    }

    private void groups() throws IOException {
        while (at < bytes.length) {
            byte b = bytes[at++];
            switch (b) {
                case '{' -> {
                    groups.push(now);
                    now = new Group(now.place(), now.silent(), false, now.skip());
                    starred = false;
                    say(' ');
                }
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> {
                    // line ends of the file are no text
                }
                default -> character(b & 0xff);
            }
        }
        while (!groups.isEmpty()) {
            close();
        }
    }

    private void close() throws IOException {
        String place = now.place();
        if (now.first() && place != null) {
            String said = text.toString().strip();
            text.setLength(0);
            if (place.equals("author") && !said.isEmpty()) {
                gathering.add(place, said, FindingKind.STAFF_NAME);
            } else {
                gathering.add(place, said);
            }
        }
        now = groups.isEmpty() ? new Group(null, false, false, 1) : groups.pop();
        say(' ');
    }

    private void control() throws IOException {
        if (at >= bytes.length) {
            return;
        }
        int start = at;
        while (at < bytes.length && Character.isLetter(bytes[at])) {
            at++;
        }
        if (at == start) {
            symbol(bytes[at++]);
            return;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
        int digits = at;
        while (at < bytes.length && at < digits + 11
                && (Character.isDigit(bytes[at]) || at == digits && bytes[at] == '-')) {
            at++;
        }
        String number = new String(bytes, digits, at - digits, StandardCharsets.ISO_8859_1);
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        word(word, number.matches("-?\\d{1,9}") ? Integer.parseInt(number) : 0);
    }

    private void word(String word, int number) {
        boolean star = starred;
        starred = false;
        switch (word) {
            case "bin" -> at = (int) Math.min(bytes.length, (long) at + Math.max(0, number));
            case "ansicpg" -> {
                String name = "windows-" + number;
                charset = Charset.isSupported(name) ? Charset.forName(name) : charset;
            }
            case "uc" -> now = new Group(now.place(), now.silent(), now.first(), Math.clamp(number, 0, 8));
            case "u" -> {
                say((char) number);
                toSkip = now.skip();
            }
            case "par", "line", "tab", "cell", "row" -> say(' ');
            default -> destination(word, star);
        }
    }

    private void destination(String word, boolean star) {
        if (NO_TEXT.contains(word)) {
            now = new Group(now.place(), true, now.first(), now.skip());
        } else if (now.place() == null && !SEEN.contains(word) && (star || PROPERTIES.containsKey(word))) {
            now = new Group(PROPERTIES.getOrDefault(word, "property"), now.silent(), true, now.skip());
        }
    }

    private void symbol(byte symbol) {
        switch (symbol) {
            case '*' -> starred = true;
            case '\'' -> {
                int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
                int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
                if (high >= 0 && low >= 0) {
                    at += 2;
                    character(high << 4 | low);
                }
            }
            case '~', '_' -> say(symbol == '~' ? ' ' : '-');
            case '\\', '{', '}' -> character(symbol);
            default -> {
                // a break that may be, or something newer
            }
        }
    }

    private void character(int code) {
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        say(code < 0x80 ? (char) code : new String(new byte[]{(byte) code}, charset).charAt(0));
    }

    private void say(char c) {
        StringBuilder into = now.place() == null ? body : text;
        if (!now.silent() && into.length() <= gathering.room()) {
            into.append(c);
        }
    }
}
