package org.imaginghaven.nlp;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text, so that the time a text takes grows with its length and not with the square of it. Pieces overlap, so that
 * what a cut goes through stands whole in one of them. Signs without a space are cut early: no words are that long, and patterns
 * that look for several words take longest there.
 */
final class Pieces {

    /** Characters of a piece at most: some pages. */
    static final int MOST = 8192;
    /** Characters without a space, at most. */
    static final int RUN = 256;
    /** Characters before a piece that are read again; more than any identifier with the words beside it. */
    private static final int OVERLAP = 512;

    /** @param from first character of the piece, its overlap included */
    record Piece(int from, int to) {
    }

    private Pieces() {
    }

    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        int to = end(text, from);
        while (to < text.length()) {
            pieces.add(new Piece(from, to));
            from = start(text, Math.max(to - OVERLAP, from + RUN / 2), to);
            to = end(text, from);
        }
        pieces.add(new Piece(from, to));
        return pieces;
    }

    /**
     * What was found at the end of a piece that ends within a run of signs goes on to the end of the run.
     *
     * @param found in the whole text
     */
    static Finding whole(String text, Piece piece, Finding found) {
        int end = found.end();
        if (end < piece.to()) {
            return found;
        }
        while (end < text.length() && !Character.isWhitespace(text.charAt(end - 1))
                && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new Finding(found.start(), end, found.kind(), found.rule(), found.confidence());
    }

    /** Where a run gets too long, else behind the last paragraph, line or word in the second half of a piece. */
    private static int end(String text, int from) {
        int most = Math.min(text.length(), from + MOST);
        int run = 0;
        for (int i = from; i < most; i++) {
            run = Character.isWhitespace(text.charAt(i)) ? 0 : run + 1;
            if (run > RUN) {
                return i;
            }
        }
        if (most == text.length()) {
            return most;
        }
        for (String border : new String[]{"\n\n", "\n", " "}) {
            int at = text.lastIndexOf(border, most - border.length());
            if (at >= from + MOST / 2) {
                return at + border.length();
            }
        }
        return most;
    }

    /** The next beginning of a word, so that no piece starts with half of one where words are. */
    private static int start(String text, int least, int most) {
        for (int i = least; i < (least + most) / 2; i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return least;
    }
}
