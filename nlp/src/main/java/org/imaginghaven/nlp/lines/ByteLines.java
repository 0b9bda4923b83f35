package org.imaginghaven.nlp.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream as bytes, one at a time: what a line is made of is known before it is taken for text, so that one line in
 * another encoding, or one without end, costs that line and no other.
 */
final class ByteLines {

    /** Bytes from which a line is refused rather than held. */
    static final int LONGEST = 1 << 26;

    private static final int PART = 1 << 16;

    private final InputStream in;
    private final byte[] part = new byte[PART];
    private int at;
    private int filled;
    private boolean begun;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, as many of its bytes as are held; null when there is none. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (at < filled || fill()) {
            int end = at;
            while (end < filled && part[end] != '\n') {
                end++;
            }
            line.write(part, at, Math.min(end - at, LONGEST + 1 - line.size()));
            at = Math.min(filled, end + 1);
            if (end < filled) {
                return line.toByteArray();
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(part));
        if (!begun && filled >= 3 && (part[0] & 0xff) == 0xEF && (part[1] & 0xff) == 0xBB && (part[2] & 0xff) == 0xBF) {
            // a byte order mark is no part of the first line
            at = 3;
        }
        begun = true;
        return at < filled;
    }

    /** @throws IllegalArgumentException when the line is too long or no UTF-8 */
    static String text(byte[] line) {
        if (line.length > LONGEST) {
            throw new IllegalArgumentException("longer than " + (LONGEST >> 20) + " MiB");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }
}
