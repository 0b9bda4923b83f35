package org.imaginghaven.nlp.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imaginghaven.nlp.FindingKind;

/** Takes in what a document and the files inside it say, up to a bound. */
final class Gathering {

    /** Documents in documents in documents. */
    private static final int DEEPEST = 3;
    private static final int MOST_PARTS = 200_000;
    private static final long MOST_PICTURE_BYTES = 64 << 20;

    private final int longest;
    private final List<DocumentContent.Part> parts = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private long characters;
    private long pictureBytes;
    private int depth;

    Gathering(int longest) {
        this.longest = longest;
    }

    /** Characters that there is still room for. */
    int room() {
        return (int) Math.max(0, longest - characters);
    }

    void add(String place, String text) throws IOException {
        add(place, text, Optional.empty());
    }

    void add(String place, String text, FindingKind meaning) throws IOException {
        add(place, text, Optional.of(meaning));
    }

    private void add(String place, String text, Optional<FindingKind> meaning) throws IOException {
        if (text.isBlank()) {
            return;
        }
        characters += text.length();
        if (characters > longest || parts.size() >= MOST_PARTS) {
            throw tooLong();
        }
        parts.add(new DocumentContent.Part(place, text, meaning));
    }

    IOException tooLong() {
        return new UnreadableException("a document of more than " + longest + " characters");
    }

    void unread(String reason) {
        if (!unread.contains(reason)) {
            unread.add(reason);
        }
    }

    /** A file inside the document: read like the document itself, kept when it is a picture, told when neither can be done. */
    void attached(byte[] file, String type) throws IOException {
        if (file.length == 0) {
            return;
        }
        if (DocumentReader.startsWith(file, "\u0089PNG") || DocumentReader.startsWith(file, "\u00ff\u00d8\u00ff")) {
            pictureBytes += file.length;
            if (pictureBytes > MOST_PICTURE_BYTES) {
                unread("more pictures in a document than are looked at");
            } else {
                pictures.add(file);
            }
            return;
        }
        depth++;
        try {
            if (depth > DEEPEST) {
                throw new UnreadableException("too deep");
            }
            DocumentReader.read(file, type, this);
        } catch (IOException | RuntimeException | StackOverflowError fault) {
            if (characters > longest) {
                throw tooLong();
            }
            unread("a file inside the document that cannot be read");
        } finally {
            depth--;
        }
    }

    DocumentContent content() {
        return new DocumentContent(parts, pictures, unread);
    }
}
