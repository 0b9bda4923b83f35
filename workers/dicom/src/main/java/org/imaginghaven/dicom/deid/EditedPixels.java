package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.dicom.pixel.FrameEdit;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.jspecify.annotations.Nullable;

/** Serves edited frames, one at a time, at positions behind the end of any file; everything else comes from the file. */
final class EditedPixels implements DicomWriter.BulkReader {

    private static final long BASE = 1L << 60;

    private final DicomFile file;
    private final FilePixels pixels;
    private final FrameEdit edit;
    private final PixelFormat layout;
    private int current = -1;
    private byte[] frame = new byte[0];

    EditedPixels(DicomFile file, PixelPlan.Edited plan) {
        this.file = file;
        this.pixels = plan.pixels();
        this.edit = plan.edit();
        this.layout = layout(pixels.format());
    }

    /** How frames are laid out in the output: native ones as they were, decoded ones interleaved little endian. */
    private static PixelFormat layout(PixelFormat in) {
        return !in.encapsulated()
                ? in
                : new PixelFormat(TransferSyntax.EXPLICIT_LE.uid(), in.rows(), in.columns(),
                        in.samples(), in.decodedPhotometric(), 0, in.bitsAllocated(), in.bitsStored(),
                        in.highBit(), in.signed(), in.frames(), false, false);
    }

    boolean decoded() {
        return pixels.format().encapsulated();
    }

    PixelFormat layout() {
        return layout;
    }

    Element element() {
        return new Element.Bulk(Tag.PIXEL_DATA, layout.bitsAllocated() > 8 ? Vr.OW : Vr.OB, BASE,
                layout.bitsAllocated() == 1
                        ? ((long) layout.rows() * layout.columns() * layout.frames() + 7) / 8
                        : layout.frameBytes() * layout.frames(),
                layout.bigEndian());
    }

    private void load(int index) throws IOException {
        if (index != current) {
            frame = pixels.format().encapsulated() ? pixels.decoded(index) : pixels.raw(index);
            if (frame.length < layout.frameBytes()) {
                throw new IOException("a decoded frame is too short");
            }
            edit.apply(frame, layout, index);
            current = index;
        }
    }

    @Override
    public @Nullable ByteBuffer held(long position, long length) {
        return position < BASE ? file.held(position, length) : null;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        if (position < BASE) {
            return file.read(position, target);
        }
        long size = layout.frameBytes();
        long total = size * layout.frames();
        int done = 0;
        while (target.hasRemaining() && position - BASE + done < total) {
            long at = position - BASE + done;
            load((int) (at / size));
            int offset = (int) (at % size);
            int count = (int) Math.min(target.remaining(), size - offset);
            target.put(frame, offset, count);
            done += count;
        }
        return done;
    }
}
