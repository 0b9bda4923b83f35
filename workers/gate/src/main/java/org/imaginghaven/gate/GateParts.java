package org.imaginghaven.gate;

import java.util.function.Function;
import org.imaginghaven.dicom.deid.TextCleaner;
import org.imaginghaven.dicom.deid.VocabularyCleaner;
import org.imaginghaven.dicom.pixel.PixelDecoder;
import org.imaginghaven.dicom.pixel.PixelTextFinder;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.clean.DetectingTextCleaner;
import org.imaginghaven.pixels.decode.KeptCodecs;
import org.imaginghaven.pixels.text.BlankingTextFinder;
import org.imaginghaven.pixels.text.PixelTextReader;
import org.jspecify.annotations.Nullable;

/**
 * What the de-identifier is given to work with.
 *
 * @param cleaner cleans texts with the detectors and rules that are in force
 * @param finder looks at pixels after the rules; without one, only the promoted rules decide
 */
public record GateParts(Function<TextDetectors, TextCleaner> cleaner, PixelDecoder decoder,
        @Nullable PixelTextFinder finder) {

    /** Everything that comes with the project: detectors, kept codecs, and a finder that reads text in pixels. */
    public static GateParts complete() {
        return new GateParts(DetectingTextCleaner::new, new KeptCodecs(),
                new BlankingTextFinder(PixelTextReader.open()));
    }

    /** The engine's own parts: descriptions keep only words of its vocabulary, compressed images are not changed. */
    public static GateParts ofEngine() {
        return new GateParts(detectors -> VocabularyCleaner.bundled(), PixelDecoder.NONE, null);
    }
}
