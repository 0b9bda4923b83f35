package org.imaginghaven.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The JSON model of PS3.18 Annex F, one object a data set. Reuse one for many files; not thread safe.
 *
 * <p>Large values appear as {@code BulkDataURI} {@code "#offset,length"} in bytes of the file. Text is UTF-8; NUL inside
 * text becomes U+FFFD, since a JSONB column takes none. Numbers in IS and DS that are none are written as strings.
 */
public final class DicomJson {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] out = new byte[1 << 16];
    private int size;

    /** The data set as text. */
    public static String of(Dataset dataset) {
        DicomJson json = new DicomJson();
        json.object(dataset);
        return new String(json.out, 0, json.size, StandardCharsets.UTF_8);
    }

    /** Writes the data set as one line, without a line end. */
    public void write(Dataset dataset, OutputStream stream) throws IOException {
        size = 0;
        object(dataset);
        stream.write(out, 0, size);
    }

    private void object(Dataset dataset) {
        put('{');
        boolean first = true;
        for (Element element : dataset) {
            if (Tag.element(element.tag()) == 0 || Tag.group(element.tag()) < 8 && Tag.group(element.tag()) != 4) {
                continue;
            }
            if (!first) {
                put(',');
            }
            first = false;
            element(element, dataset);
        }
        put('}');
    }

    private void element(Element element, Dataset dataset) {
        reserve(64);
        out[size++] = '"';
        for (int shift = 28; shift >= 0; shift -= 4) {
            out[size++] = HEX[element.tag() >>> shift & 15];
        }
        ascii("\":{\"vr\":\"");
        Vr vr = element instanceof Element.Items ? Vr.SQ : element.vr();
        ascii(vr.name());
        put('"');
        switch (element) {
            case Element.Value value -> value(value, dataset);
            case Element.Items sequence -> {
                if (!sequence.items().isEmpty()) {
                    ascii(",\"Value\":[");
                    for (int i = 0; i < sequence.items().size(); i++) {
                        if (i > 0) {
                            put(',');
                        }
                        object(sequence.items().get(i));
                    }
                    put(']');
                }
            }
            case Element.Bulk bulk -> uri(bulk.position(), bulk.length());
            case Element.Fragments encapsulated -> {
                List<Element.Fragment> all = encapsulated.fragments();
                if (!all.isEmpty()) {
                    Element.Fragment last = all.get(all.size() - 1);
                    long start = all.get(0).position() - 8;
                    uri(start, last.position() + last.length() - start);
                }
            }
        }
        put('}');
    }

    private void uri(long position, long length) {
        ascii(",\"BulkDataURI\":\"#" + position + "," + length + "\"");
    }

    private void value(Element.Value value, Dataset dataset) {
        if (value.length() == 0) {
            return;
        }
        if (value.vr().isOther()) {
            ascii(",\"InlineBinary\":\"");
            byte[] text = Base64.getEncoder().encode(java.nio.ByteBuffer.wrap(value.array(), value.offset(),
                    value.length())).array();
            reserve(text.length);
            System.arraycopy(text, 0, out, size, text.length);
            size += text.length;
            put('"');
            return;
        }
        List<String> values = dataset.strings(value);
        if (values.isEmpty()) {
            return;
        }
        ascii(",\"Value\":[");
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                put(',');
            }
            one(value.vr(), values.get(i));
        }
        put(']');
    }

    private void one(Vr vr, String text) {
        switch (vr) {
            case PN -> personName(text);
            case IS, DS -> {
                if (text.isEmpty()) {
                    ascii("null");
                } else if (isNumber(text)) {
                    number(text);
                } else {
                    quoted(text);
                }
            }
            case FL, FD -> {
                if (text.indexOf('N') >= 0 || text.indexOf('I') >= 0) {
                    quoted(text);
                } else {
                    ascii(text);
                }
            }
            case US, SS, UL, SL, UV, SV -> ascii(text);
            default -> {
                if (text.isEmpty()) {
                    ascii("null");
                } else {
                    quoted(text);
                }
            }
        }
    }

    private void personName(String text) {
        String[] groups = {"Alphabetic", "Ideographic", "Phonetic"};
        put('{');
        int start = 0;
        boolean first = true;
        for (int i = 0; i < 3 && start <= text.length(); i++) {
            int end = text.indexOf('=', start);
            String part = text.substring(start, end < 0 ? text.length() : end);
            start = end < 0 ? text.length() + 1 : end + 1;
            if (!part.isEmpty()) {
                ascii(first ? "\"" : ",\"");
                first = false;
                ascii(groups[i]);
                ascii("\":");
                quoted(part);
            }
        }
        put('}');
    }

    /** A decimal that JSON takes as it is but for a plus sign, leading zeros or a point at either end. */
    private static boolean isNumber(String text) {
        int digits = 0;
        int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        boolean point = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0 || digits > 17) {
            return false;
        }
        return i == text.length() || (text.charAt(i) == 'e' || text.charAt(i) == 'E') && isExponent(text, i + 1);
    }

    private static boolean isExponent(String text, int from) {
        int i = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
        int start = i;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i == text.length() && i > start && i - start <= 2;
    }

    private void number(String text) {
        int i = 0;
        if (text.charAt(0) == '-') {
            put('-');
            i = 1;
        } else if (text.charAt(0) == '+') {
            i = 1;
        }
        while (i + 1 < text.length() && text.charAt(i) == '0' && text.charAt(i + 1) >= '0'
                && text.charAt(i + 1) <= '9') {
            i++;
        }
        if (text.charAt(i) == '.') {
            put('0');
        }
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bare = c == '.' && (i + 1 == text.length() || text.charAt(i + 1) > '9'
                    || text.charAt(i + 1) < '0');
            if (!bare) {
                put(c);
            }
        }
    }

    private void quoted(String text) {
        reserve(text.length() * 6 + 2);
        out[size++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                out[size++] = (byte) c;
            } else {
                special(text, i, c);
            }
        }
        put('"');
    }

    private void special(String text, int i, char c) {
        switch (c) {
            case '"', '\\' -> {
                put('\\');
                put(c);
            }
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (pair) {
                    bytes(text.substring(i, i + 2));
                } else if (c == 0 || Character.isHighSurrogate(c)) {
                    bytes("\uFFFD");
                } else if (c < ' ') {
                    ascii(String.format("\\u%04x", (int) c));
                } else if (!Character.isLowSurrogate(c)) {
                    bytes(String.valueOf(c));
                } else if (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))) {
                    bytes("\uFFFD");
                }
            }
        }
    }

    private void bytes(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, out, size, encoded.length);
        size += encoded.length;
    }

    private void put(char c) {
        reserve(1);
        out[size++] = (byte) c;
    }

    @SuppressWarnings("deprecation") // the cheapest way from an ASCII string to bytes
    private void ascii(String text) {
        reserve(text.length());
        text.getBytes(0, text.length(), out, size);
        size += text.length();
    }

    private void reserve(int more) {
        if (size + more > out.length) {
            out = java.util.Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
