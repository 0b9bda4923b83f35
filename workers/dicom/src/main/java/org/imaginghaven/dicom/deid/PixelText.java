package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.deid.SecondReader.NotProven;
import org.imaginghaven.dicom.pixel.PixelFormat;

/**
 * Text that hides beside the samples in the pixel data element: comments and application segments of compressed streams
 * (ITU-T T.81 B.2.4, T.800 A.9.2), and bytes behind the last frame. Only where an identifier stands in it is it blanked;
 * everything else is passed as it is.
 */
final class PixelText {

    private static final int SHORTEST = 6;
    private static final int COMMENT = 0xFE;
    private static final int COMMENT_2000 = 0x64;
    private static final int SCAN = 0xDA;
    private static final int TILE = 0x90;
    private static final int MOST_BEHIND = 1 << 20;
    private static final int MOST_ON_HEAP = 1 << 24;
    private static final int PART = 1 << 16;
    private static final int OVERLAP = 1 << 10;

    private PixelText() {
    }

    /**
     * The element as it may be written.
     *
     * @throws NotProven when an identifier stands where blanking it would change the image
     */
    static Element cleaned(DicomFile file, Element pixels, Sweep sweep) throws IOException, NotProven {
        // a switch over types is made anew at every start, which takes longer than the first files
        if (pixels instanceof Element.Bulk bulk) {
            return cut(file, bulk, sweep);
        }
        return pixels instanceof Element.Fragments fragments ? cleaned(file, fragments, sweep) : pixels;
    }

    private static Element cleaned(DicomFile file, Element.Fragments fragments, Sweep sweep)
            throws IOException, NotProven {
        List<Element.Fragment> all = new ArrayList<>(fragments.fragments().size());
        boolean changed = false;
        byte[] part = new byte[PART];
        for (Element.Fragment fragment : fragments.fragments()) {
            if (!finds(file, fragment, sweep, part)) {
                all.add(fragment);
                continue;
            }
            if (fragment.length() > MOST_ON_HEAP) {
                throw new NotProven("an identifier in a very large compressed image");
            }
            byte[] bytes = file.bytes(fragment);
            blankSegments(bytes, sweep);
            blankBehind(bytes, sweep);
            if (sweep.finds(bytes, 0, bytes.length, SHORTEST)) {
                throw new NotProven("an identifier inside the compressed image");
            }
            all.add(new Element.Fragment(-1, bytes.length, bytes));
            changed = true;
        }
        return !changed ? fragments : new Element.Fragments(fragments.tag(), fragments.vr(), List.copyOf(all));
    }

    /** Part by part, since a fragment may be as large as a file. */
    private static boolean finds(DicomFile file, Element.Fragment fragment, Sweep sweep, byte[] part)
            throws IOException {
        if (fragment.position() < 0) {
            return sweep.finds(fragment.bytes(), 0, fragment.length(), SHORTEST);
        }
        for (long done = 0; done < fragment.length(); done += part.length - OVERLAP) {
            int count = read(file, fragment.position() + done, part,
                    (int) Math.min(part.length, fragment.length() - done));
            if (sweep.finds(part, 0, count, SHORTEST)) {
                return true;
            }
        }
        return false;
    }

    private static int read(DicomFile file, long position, byte[] target, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(target, 0, length);
        while (bytes.hasRemaining() && file.read(position + bytes.position(), bytes) > 0) {
            // read on
        }
        return bytes.position();
    }

    /** Walks the marker segments before the image's own bytes. */
    private static void blankSegments(byte[] bytes, Sweep sweep) {
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            int length = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
            int end = at + 2 + length;
            if (marker == SCAN || marker == TILE || length < 2 || end > bytes.length) {
                return;
            }
            boolean text = marker == COMMENT || marker == COMMENT_2000 || marker >= 0xE0 && marker <= 0xEF;
            if (text && sweep.finds(bytes, at + 4, length - 2, SHORTEST)) {
                Arrays.fill(bytes, at + 4, end, (byte) 0);
            }
            at = end;
        }
    }

    /** What follows the end of the image belongs to nothing. */
    private static void blankBehind(byte[] bytes, Sweep sweep) {
        int end = bytes.length - 2;
        while (end >= 2 && ((bytes[end] & 0xFF) != 0xFF || (bytes[end + 1] & 0xFF) != 0xD9)) {
            end--;
        }
        if (end >= 2 && (bytes[0] & 0xFF) == 0xFF
                && sweep.finds(bytes, end + 2, bytes.length - end - 2, SHORTEST)) {
            Arrays.fill(bytes, end + 2, bytes.length, (byte) 0);
        }
    }

    /** Native samples without what stands behind the last of them, when that holds an identifier. */
    private static Element cut(DicomFile file, Element.Bulk bulk, Sweep sweep) throws IOException {
        Dataset header = file.dataset();
        PixelFormat format = PixelFormat.of(header, file.syntax());
        long samples = format.isSound() && format.bitsAllocated() > 1 ? format.frameBytes() * format.frames() : 0;
        long whole = samples + (samples & 1);
        int behind = (int) Math.min(MOST_BEHIND, bulk.length() - whole);
        if (samples == 0 || behind < SHORTEST) {
            return bulk;
        }
        byte[] bytes = new byte[behind];
        return sweep.finds(bytes, 0, read(file, bulk.position() + whole, bytes, behind), SHORTEST)
                ? new Element.Bulk(bulk.tag(), bulk.vr(), bulk.position(), whole, bulk.bigEndian())
                : bulk;
    }
}
