package org.imaginghaven.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text as (0008,0005) says: single byte sets, UTF-8, GB18030, GBK and ISO 2022 with escapes (PS3.5 chapter 6).
 *
 * <p>Unknown names decode as UTF-8 when the bytes are that, else as Latin 1: text is never lost, and never an error,
 * because what it means only decides how it is searched and shown.
 */
public final class CharacterSets {

    private static final int ESCAPE = 0x1B;
    private static final Map<String, Charset> NAMES = Map.ofEntries(Map.entry("", StandardCharsets.US_ASCII),
            Map.entry("6", StandardCharsets.US_ASCII), Map.entry("100", StandardCharsets.ISO_8859_1),
            Map.entry("101", Charset.forName("ISO-8859-2")), Map.entry("109", Charset.forName("ISO-8859-3")),
            Map.entry("110", Charset.forName("ISO-8859-4")), Map.entry("144", Charset.forName("ISO-8859-5")),
            Map.entry("127", Charset.forName("ISO-8859-6")), Map.entry("126", Charset.forName("ISO-8859-7")),
            Map.entry("138", Charset.forName("ISO-8859-8")), Map.entry("148", Charset.forName("ISO-8859-9")),
            Map.entry("203", Charset.forName("ISO-8859-15")), Map.entry("13", Charset.forName("JIS_X0201")),
            Map.entry("166", Charset.forName("TIS-620")), Map.entry("192", StandardCharsets.UTF_8),
            Map.entry("87", Charset.forName("x-JIS0208")), Map.entry("159", Charset.forName("JIS_X0212-1990")),
            Map.entry("149", Charset.forName("EUC-KR")), Map.entry("58", Charset.forName("GB2312")),
            Map.entry("GB18030", Charset.forName("GB18030")), Map.entry("GBK", Charset.forName("GBK")));
    private static final Map<String, Charset> ESCAPES = Map.ofEntries(Map.entry("(B", StandardCharsets.US_ASCII),
            Map.entry("(J", Charset.forName("JIS_X0201")), Map.entry(")I", Charset.forName("JIS_X0201")),
            Map.entry("$B", Charset.forName("x-JIS0208")), Map.entry("$@", Charset.forName("x-JIS0208")),
            Map.entry("$(D", Charset.forName("JIS_X0212-1990")), Map.entry("$)C", Charset.forName("EUC-KR")),
            Map.entry("$)A", Charset.forName("GB2312")), Map.entry("-A", StandardCharsets.ISO_8859_1),
            Map.entry("-B", Charset.forName("ISO-8859-2")), Map.entry("-C", Charset.forName("ISO-8859-3")),
            Map.entry("-D", Charset.forName("ISO-8859-4")), Map.entry("-L", Charset.forName("ISO-8859-5")),
            Map.entry("-G", Charset.forName("ISO-8859-6")), Map.entry("-F", Charset.forName("ISO-8859-7")),
            Map.entry("-H", Charset.forName("ISO-8859-8")), Map.entry("-M", Charset.forName("ISO-8859-9")),
            Map.entry("-b", Charset.forName("ISO-8859-15")), Map.entry("-T", Charset.forName("TIS-620")));

    /** The default repertoire. */
    public static final CharacterSets ASCII = new CharacterSets(List.of());

    private final @Nullable Charset first;
    private final boolean escapes;

    private CharacterSets(List<String> names) {
        String name = names.isEmpty() ? "" : names.get(0).strip().toUpperCase(java.util.Locale.ROOT);
        this.escapes = names.size() > 1 || name.startsWith("ISO 2022");
        this.first = NAMES.get(name.replace("ISO_IR ", "").replace("ISO-IR ", "").replace("ISO IR ", "")
                .replace("ISO 2022 IR ", "").replace("ISO_IR", "").strip());
    }

    /** Character sets of the values of (0008,0005). */
    public static CharacterSets of(List<String> names) {
        return names.isEmpty() || names.size() == 1 && names.get(0).isBlank() ? ASCII : new CharacterSets(names);
    }

    /** Whether both decode everything alike. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof CharacterSets sets && escapes == sets.escapes
                && java.util.Objects.equals(first, sets.first);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(first, escapes);
    }

    /** The one Java charset of all text; null when there are several or none is known. */
    public @Nullable Charset charset() {
        return escapes ? null : first;
    }

    /** Encodes a text that was decoded with this; characters that have no place in it are left out. */
    public byte[] encode(String text) {
        if (isPlain(text)) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        if (first != null && !escapes && !first.equals(StandardCharsets.US_ASCII)) {
            var encoder = first.newEncoder();
            StringBuilder fit = new StringBuilder(text.length());
            text.codePoints().filter(c -> encoder.canEncode(Character.toString(c))).forEach(fit::appendCodePoint);
            return fit.toString().getBytes(first);
        }
        StringBuilder ascii = new StringBuilder(text.length());
        text.chars().filter(c -> c < 0x80).forEach(c -> ascii.append((char) c));
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Decodes the bytes; never fails. */
    public String decode(byte[] array, int offset, int length) {
        boolean plain = true;
        boolean escaped = false;
        for (int i = offset; i < offset + length; i++) {
            plain &= array[i] >= 0;
            escaped |= array[i] == ESCAPE;
        }
        if (escaped && (escapes || !plain || looksEscaped(array, offset, length))) {
            return decodeEscaped(array, offset, length);
        }
        if (plain && !wide(first)) {
            return new String(array, offset, length, StandardCharsets.ISO_8859_1);
        }
        return decodeRun(array, offset, length, first);
    }

    private static boolean looksEscaped(byte[] array, int offset, int length) {
        for (int i = offset; i + 1 < offset + length; i++) {
            if (array[i] == ESCAPE && (array[i + 1] == '$' || array[i + 1] == '(' || array[i + 1] == ')'
                    || array[i + 1] == '-')) {
                return true;
            }
        }
        return false;
    }

    private static boolean wide(@Nullable Charset charset) {
        return charset != null && (charset.name().equals("x-JIS0208") || charset.name().equals("JIS_X0212-1990"));
    }

    private static String decodeRun(byte[] array, int offset, int length, @Nullable Charset charset) {
        if (charset != null && !charset.equals(StandardCharsets.US_ASCII)) {
            return wide(charset) && (length & 1) == 1
                    ? new String(array, offset, length, StandardCharsets.ISO_8859_1)
                    : new String(array, offset, length, charset);
        }
        String text = new String(array, offset, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(array, offset, length, StandardCharsets.ISO_8859_1);
    }

    private String decodeEscaped(byte[] array, int offset, int length) {
        StringBuilder text = new StringBuilder(length);
        Charset current = wide(first) ? StandardCharsets.US_ASCII : first;
        int end = offset + length;
        int start = offset;
        for (int i = offset; i <= end; i++) {
            boolean escape = i < end && array[i] == ESCAPE;
            boolean delimiter = i < end && (array[i] == '\\' || array[i] == '^' || array[i] == '=' || array[i] == '\r'
                    || array[i] == '\n') && !wide(current);
            if (i < end && !escape && !delimiter) {
                continue;
            }
            text.append(decodeRun(array, start, i - start, current));
            start = i;
            if (delimiter) {
                text.append((char) array[i]);
                start = i + 1;
                current = wide(first) ? StandardCharsets.US_ASCII : first;
            } else if (escape) {
                int size = i + 2 < end && array[i + 1] == '$' && (array[i + 2] == '(' || array[i + 2] == ')') ? 3 : 2;
                int stop = Math.min(end, i + 1 + size);
                Charset next = ESCAPES.get(new String(array, i + 1, stop - i - 1, StandardCharsets.ISO_8859_1));
                current = next == null ? current : next;
                start = stop;
                i = stop - 1;
            }
        }
        return text.toString();
    }
}
