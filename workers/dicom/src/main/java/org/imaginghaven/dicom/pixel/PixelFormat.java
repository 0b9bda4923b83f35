package org.imaginghaven.dicom.pixel;

import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;

/**
 * The elements of group 0028 that say how pixel bytes are to be understood.
 *
 * @param planar 0 colour by pixel, 1 colour by plane
 * @param signed pixel representation 1
 * @param bigEndian byte order of 16 bit words in native pixel data
 * @param encapsulated whether the data are compressed frames
 */
public record PixelFormat(String transferSyntax, int rows, int columns, int samples, String photometric, int planar,
        int bitsAllocated, int bitsStored, int highBit, boolean signed, int frames, boolean bigEndian,
        boolean encapsulated) {

    public static PixelFormat of(Dataset dataset, TransferSyntax syntax) {
        int allocated = dataset.integer(Tag.BITS_ALLOCATED, 0);
        int stored = dataset.integer(Tag.BITS_STORED, allocated);
        return new PixelFormat(syntax.uid(), dataset.integer(Tag.ROWS, 0), dataset.integer(Tag.COLUMNS, 0),
                dataset.integer(Tag.SAMPLES_PER_PIXEL, 1), dataset.string(Tag.PHOTOMETRIC_INTERPRETATION, ""),
                dataset.integer(Tag.PLANAR_CONFIGURATION, 0), allocated, stored,
                dataset.integer(Tag.HIGH_BIT, stored - 1), dataset.integer(Tag.PIXEL_REPRESENTATION, 0) == 1,
                Math.max(1, dataset.integer(Tag.NUMBER_OF_FRAMES, 1)), syntax.bigEndian(), syntax.encapsulated());
    }

    public boolean isColour() {
        return samples == 3;
    }

    /** Encapsulated uncompressed: native frames in fragments. */
    boolean isWrapped() {
        return transferSyntax.equals("1.2.840.10008.1.2.1.98");
    }

    /**
     * The colours that frames have when decompressed: YBR_FULL stays, with a chroma sample for each pixel, so that a pixel
     * nothing is done to keeps its value; the transforms of JPEG 2000 are undone by its decoder.
     */
    public String decodedPhotometric() {
        if (!encapsulated || !isColour() || !photometric.startsWith("YBR")) {
            return photometric;
        }
        return photometric.startsWith("YBR_FULL") && !isWrapped() ? "YBR_FULL" : "RGB";
    }

    /** YBR_FULL_422 and its kin keep two chroma samples for two pixels in native form. */
    public boolean isSubsampled() {
        return samples == 3 && photometric.endsWith("422") && !encapsulated;
    }

    /** Bytes of one native frame; bits for bitsAllocated 1 are packed across frames, so this rounds up. */
    public long frameBytes() {
        long pixels = (long) rows * columns;
        if (bitsAllocated == 1) {
            return (pixels * samples + 7) / 8;
        }
        return isSubsampled() ? pixels * 2 * (bitsAllocated / 8) : pixels * samples * (bitsAllocated / 8);
    }

    /** Sizes that an image can have; anything else is refused before memory is taken. */
    public boolean isSound() {
        return rows > 0 && columns > 0 && (samples == 1 || samples == 3 || samples == 4)
                && (bitsAllocated == 1 || bitsAllocated == 8 || bitsAllocated == 16 || bitsAllocated == 32
                        || bitsAllocated == 64)
                && bitsStored > 0 && bitsStored <= bitsAllocated && highBit < bitsAllocated && highBit >= bitsStored - 1
                && frameBytes() <= 1L << 30;
    }
}
