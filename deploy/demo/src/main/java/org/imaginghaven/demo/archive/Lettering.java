package org.imaginghaven.demo.archive;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Draws text as outlines of a font that comes with a library, so that pictures are the same on every machine, also on
 * one without fonts.
 */
final class Lettering {

    /** Liberation Sans, as PDFBox carries it. */
    static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final TrueTypeFont TYPE = load();

    private Lettering() {
    }

    /**
     * Draws one line.
     *
     * @param size height of the em square in pixels
     * @return where the line ends
     */
    static double draw(Graphics2D canvas, String text, double x, double baseline, double size, Color color) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(color);
        double pen = x;
        try {
            double scale = size / TYPE.getUnitsPerEm();
            CmapLookup characters = TYPE.getUnicodeCmapLookup();
            for (int codePoint : text.codePoints().toArray()) {
                int glyph = characters.getGlyphId(codePoint);
                GlyphData outline = TYPE.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(pen, baseline);
                    place.scale(scale, -scale);
                    canvas.fill(place.createTransformedShape(outline.getPath()));
                }
                pen += TYPE.getAdvanceWidth(glyph) * scale;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pen;
    }

    static InputStream font() {
        return Objects.requireNonNull(Lettering.class.getResourceAsStream(FONT));
    }

    private static TrueTypeFont load() {
        try (InputStream in = font()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
