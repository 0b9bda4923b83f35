package org.imaginghaven.dicom.pixel;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Dataset;

/** Port: looks at the pixels for text that may identify. {@code workers/pixels} implements it with OCR. Thread safe. */
@FunctionalInterface
public interface PixelTextFinder {

    /**
     * Looks at every frame.
     *
     * @param header the original header: what kind of image it is, where its regions lie
     * @param known the file's own identifiers in lower case (name parts, numbers, dates), to be matched fuzzily
     * @return what was found; {@link Finding.Unsure} when the image could not be judged
     * @throws IOException when a frame cannot be decoded: the file is quarantined
     */
    Finding look(Dataset header, Pixels pixels, Set<String> known) throws IOException;

    /** What looking at an image gave. */
    sealed interface Finding {

        /** No text that may identify, in any frame. */
        record Clean() implements Finding {
        }

        /** Boxes to blank, by frame from 0; key -1 means in every frame. */
        record Boxes(Map<Integer, List<Rectangle>> byFrame) implements Finding {
        }

        /** Could not be judged: quarantined. The reason is a word in capitals and holds no value. */
        record Unsure(String reason) implements Finding {
        }
    }
}
