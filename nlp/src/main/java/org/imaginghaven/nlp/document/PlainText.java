package org.imaginghaven.nlp.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Characters out of bytes whose character set nobody tells. */
final class PlainText {

    private PlainText() {
    }

    /** @throws IOException when it holds what no text has */
    static String read(byte[] bytes) throws IOException {
        String text = decoded(bytes);
        int end = text.length();
        // an odd length is made even with a NUL (PS3.5 6.2)
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < ' ' && !Character.isWhitespace(c) && c != 0x1b && c != '\b') {
                throw new UnreadableException("a document that is said to be text and is none");
            }
        }
        return text.substring(0, end);
    }

    private static String decoded(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
