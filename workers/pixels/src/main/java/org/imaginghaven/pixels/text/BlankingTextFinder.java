package org.imaginghaven.pixels.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.dicom.pixel.PixelTextFinder;
import org.imaginghaven.dicom.pixel.Pixels;
import org.imaginghaven.dicom.pixel.Rectangle;

/**
 * Decides for de-identification: every place with text is blanked, whatever it says, and an image whose text cannot all be
 * trusted to have been found is held back.
 */
public final class BlankingTextFinder implements PixelTextFinder {

    /** Part of a frame beyond which blanking would leave nothing worth having. */
    private static final double MOST = 0.4;
    /** Part of a frame up to which a line that no reader could read is blanked; a larger one is looked at by a person. */
    private static final double UNREAD_MOST = 0.03;

    private final PixelTextReader reader;

    public BlankingTextFinder(PixelTextReader reader) {
        this.reader = reader;
    }

    @Override
    public Finding look(Dataset header, Pixels pixels, Set<String> known) throws IOException {
        return decide(reader.read(header, pixels), pixels.format());
    }

    static Finding decide(PixelFindings findings, PixelFormat format) {
        if (findings.places().isEmpty()) {
            return new Finding.Clean();
        }
        double area = (double) format.rows() * format.columns();
        Map<Integer, List<Rectangle>> boxes = new HashMap<>();
        Map<Integer, BitSet> blanked = new HashMap<>();
        for (PixelFindings.Place place : findings.places()) {
            if (place.faint()) {
                return new Finding.Unsure("FAINT_TEXT");
            }
            if (!place.read() && place.box().area() > UNREAD_MOST * area) {
                return new Finding.Unsure("UNREADABLE_TEXT");
            }
            Box box = place.box();
            boxes.computeIfAbsent(place.frame(), k -> new ArrayList<>())
                    .add(new Rectangle(box.x(), box.y(), box.width(), box.height()));
            BitSet pixels = blanked.computeIfAbsent(place.frame(), k -> new BitSet());
            for (int y = box.y(); y < box.bottom(); y++) {
                pixels.set(y * format.columns() + box.x(), y * format.columns() + box.right());
            }
        }
        if (blanked.values().stream().anyMatch(pixels -> pixels.cardinality() > MOST * area)) {
            return new Finding.Unsure("MOSTLY_TEXT");
        }
        return new Finding.Boxes(boxes);
    }
}
