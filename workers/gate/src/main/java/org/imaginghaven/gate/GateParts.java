package org.imaginghaven.gate;

import org.imaginghaven.dicom.deid.TextCleaner;
import org.imaginghaven.dicom.deid.VocabularyCleaner;
import org.imaginghaven.dicom.pixel.PixelDecoder;
import org.imaginghaven.dicom.pixel.PixelTextFinder;
import org.jspecify.annotations.Nullable;

/**
 * What the de-identifier is given to work with.
 *
 * @param finder looks at pixels after the rules; without one, only the promoted rules decide
 */
public record GateParts(TextCleaner cleaner, PixelDecoder decoder, @Nullable PixelTextFinder finder) {

    /** The engine's own parts: descriptions keep only words of its vocabulary, compressed images are not changed. */
    public static GateParts ofEngine() {
        return new GateParts(VocabularyCleaner.bundled(), PixelDecoder.NONE, null);
    }
}
