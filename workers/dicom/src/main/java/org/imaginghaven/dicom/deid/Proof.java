package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TagSet;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.dicom.deid.SecondReader.NotProven;
import org.imaginghaven.dicom.policy.Action;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.dicom.policy.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Reads an output again and holds it against what must be so: nothing that a rule removes is there, no identifier of the
 * file's people stands in any value, pixel bytes are those that were to be written, and what makes the object is there.
 */
final class Proof implements SecondReader.Visitor {

    /** Attributes without which an object is none: there after, if there before. */
    private static final TagSet REQUIRED = TagSet.of(Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.MODALITY,
            Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.ROWS, Tag.COLUMNS,
            Tag.SAMPLES_PER_PIXEL, Tag.PHOTOMETRIC_INTERPRETATION, Tag.BITS_ALLOCATED, Tag.BITS_STORED, Tag.HIGH_BIT,
            Tag.PIXEL_REPRESENTATION, Tag.NUMBER_OF_FRAMES, Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA,
            Tag.DOUBLE_FLOAT_PIXEL_DATA, Tag.PATIENT_IDENTITY_REMOVED, Tag.DEIDENTIFICATION_METHOD);
    private static final TagSet CLAIMS = TagSet.of(Tag.PATIENT_IDENTITY_REMOVED, Tag.DEIDENTIFICATION_METHOD,
            Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);
    private static final TagSet META = TagSet.of(0x00020001, 0x00020002, 0x00020003, 0x00020010, 0x00020012,
            0x00020013);
    private static final int COPY = 1 << 18;

    private final Policy policy;
    private final Dataset before;
    private final Sweep sweep;
    private final DicomWriter.BulkReader expected;
    private final @Nullable Element pixels;
    private final boolean[] found = new boolean[REQUIRED.size()];
    private final Owners owners = new Owners();
    private final ByteBuffer one;
    private final ByteBuffer other;
    private final byte[] window;
    private @Nullable FileChannel channel;

    /** Room to compare pixels in, used for one file after the other. */
    record Buffers(ByteBuffer one, ByteBuffer other, byte[] window) {
        static Buffers make() {
            return new Buffers(ByteBuffer.allocateDirect(COPY), ByteBuffer.allocateDirect(COPY),
                    new byte[SecondReader.WINDOW]);
        }
    }

    /**
     * @param expected where the bytes of bulk values that must be in the output are read from
     * @param pixels the pixel data element as it was to be written; null for none
     */
    Proof(Policy policy, Dataset before, Sweep sweep, DicomWriter.BulkReader expected, @Nullable Element pixels,
            Buffers buffers) {
        this.one = buffers.one();
        this.other = buffers.other();
        this.window = buffers.window();
        this.policy = policy;
        this.before = before;
        this.sweep = sweep;
        this.expected = expected;
        this.pixels = pixels;
    }

    /** @throws NotProven with what is wrong, by tag */
    void check(Path written, TransferSyntax syntax) throws IOException, NotProven {
        try (FileChannel in = FileChannel.open(written, StandardOpenOption.READ)) {
            channel = in;
            new SecondReader(in, window).walk(syntax.explicit(), syntax.bigEndian(), new Meta(), this);
        }
        for (int i = 0; i < found.length; i++) {
            int tag = REQUIRED.get(i);
            boolean claim = tag == Tag.PATIENT_IDENTITY_REMOVED || tag == Tag.DEIDENTIFICATION_METHOD;
            if (!found[i] && (claim || before.has(tag))) {
                throw new NotProven((claim ? "the claim is missing: " : "required element lost: ") + Tag.text(tag));
            }
        }
    }

    /** The meta header may hold only what names the file's form. */
    private final class Meta implements SecondReader.Visitor {
        @Override
        public void value(int depth, int parent, int tag, Vr vr, byte[] array, int offset, int length, long position,
                long size) throws NotProven {
            if (!META.has(tag)) {
                throw new NotProven("not allowed in the meta header: " + Tag.text(tag));
            }
            if (tag == Tag.MEDIA_STORAGE_SOP_INSTANCE_UID) {
                uids(tag, array, offset, length);
            }
        }

        @Override
        public void sequence(int depth, int parent, int tag) throws NotProven {
            throw new NotProven("sequence in the meta header");
        }

        @Override
        public void itemEnd(int depth) {
        }

        @Override
        public void fragment(int index, long position, long size) throws NotProven {
            throw new NotProven("fragments in the meta header");
        }
    }

    @Override
    public void sequence(int depth, int parent, int tag) throws NotProven {
        allowed(depth, parent, tag, Vr.SQ);
    }

    @Override
    public void itemEnd(int depth) {
        owners.leave(depth);
    }

    private Rule allowed(int depth, int parent, int tag, Vr vr) throws NotProven {
        if (depth == 0) {
            mark(tag);
        }
        if (Tag.element(tag) == 0 || Tag.group(tag) <= 2) {
            throw new NotProven("not allowed: " + Tag.text(tag));
        }
        Rule rule = Tag.isPrivate(tag)
                ? policy.privateRule(tag, vr, owners.of(depth, tag))
                : policy.rule(tag, vr, parent, before);
        boolean claim = depth == 0 && CLAIMS.has(tag) || parent == Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE;
        if (rule.action().kind() == Action.Kind.REMOVE && !claim && !Tag.isPrivateCreator(tag)) {
            throw new NotProven("should have been removed: " + Tag.text(tag));
        }
        return rule;
    }

    @Override
    public void value(int depth, int parent, int tag, Vr vr, byte[] array, int offset, int length, long position,
            long size) throws NotProven, IOException {
        Rule rule = allowed(depth, parent, tag, vr);
        if (Tag.isPrivateCreator(tag)) {
            owners.add(depth, tag, new String(array, offset, length, StandardCharsets.ISO_8859_1).strip());
        }
        if (tag == Tag.PIXEL_DATA && depth == 0) {
            samePixels(position, size);
            return;
        }
        if (length < size) {
            sweepLong(tag, position, size);
            return;
        }
        switch (vr) {
            case DA, DT, TM -> {
                // dates were moved: what equals an identifier does so by chance
            }
            case UI -> {
                if (rule.action().kind() != Action.Kind.KEEP) {
                    uids(tag, array, offset, length);
                } else if (sweep.finds(array, offset, length, 6)) {
                    throw NotProven.identifier(tag);
                }
            }
            default -> {
                if (sweep.finds(array, offset, length, shortest(vr))
                        || vr.isOther() && sweep.findsWide(array, offset, length)) {
                    throw NotProven.identifier(tag);
                }
            }
        }
    }

    /** Digits of measurements hold any six by chance, and words of binary numbers any four letters. */
    private static int shortest(Vr vr) {
        return vr == Vr.DS || vr == Vr.IS ? 8 : vr.isNumber() ? 6 : 4;
    }

    private void mark(int tag) {
        int place = REQUIRED.index(tag);
        if (place >= 0) {
            found[place] = true;
        }
    }

    private static void uids(int tag, byte[] array, int offset, int length) throws NotProven {
        String text = new String(array, offset, length, StandardCharsets.ISO_8859_1);
        for (String uid : text.split("\\\\")) {
            String bare = uid.replace("\0", "").strip();
            if (!bare.isEmpty() && !bare.startsWith("2.25.") && !Values.isWellKnown(bare)) {
                throw new NotProven("a UID that was not replaced: " + Tag.text(tag));
            }
        }
    }

    private void sweepLong(int tag, long position, long size) throws IOException, NotProven {
        byte[] part = new byte[COPY];
        for (long done = 0; done < size; done += COPY - 256) {
            int count = (int) Math.min(COPY, size - done);
            ByteBuffer target = ByteBuffer.wrap(part, 0, count);
            fill(target, position + done);
            if (sweep.finds(part, 0, count, 6) || sweep.findsWide(part, 0, count)) {
                throw NotProven.identifier(tag);
            }
        }
    }

    private void fill(ByteBuffer target, long position) throws IOException {
        FileChannel in = java.util.Objects.requireNonNull(channel);
        long at = position;
        while (target.hasRemaining()) {
            int count = in.read(target, at);
            if (count < 0) {
                throw new IOException("the output became shorter");
            }
            at += count;
        }
    }

    private void samePixels(long position, long size) throws IOException, NotProven {
        if (!(pixels instanceof Element.Bulk bulk) || bulk.length() + (bulk.length() & 1) != size) {
            throw new NotProven("pixel data of another length");
        }
        same(bulk.position(), position, bulk.length());
    }

    private void same(long source, long position, long length) throws IOException, NotProven {
        for (long done = 0; done < length; done += COPY) {
            int count = (int) Math.min(COPY, length - done);
            one.clear().limit(count);
            fill(one, position + done);
            if (one.flip().mismatch(expected(source + done, count)) >= 0) {
                throw new NotProven("pixel data differ");
            }
        }
    }

    private ByteBuffer expected(long position, int count) throws IOException, NotProven {
        ByteBuffer held = expected.held(position, count);
        if (held != null) {
            return held;
        }
        other.clear().limit(count);
        if (expected.read(position, other) < count) {
            throw new NotProven("the input became shorter");
        }
        return other.flip();
    }

    @Override
    public void fragment(int index, long position, long size) throws NotProven, IOException {
        mark(Tag.PIXEL_DATA);
        if (!(pixels instanceof Element.Fragments fragments) || index >= fragments.fragments().size()) {
            throw new NotProven("fragments that were not to be there");
        }
        Element.Fragment fragment = fragments.fragments().get(index);
        if (fragment.length() + (fragment.length() & 1) != size) {
            throw new NotProven("a fragment of another length");
        }
        if (fragment.position() >= 0) {
            same(fragment.position(), position, fragment.length());
            return;
        }
        byte[] written = new byte[fragment.length()];
        fill(ByteBuffer.wrap(written), position);
        if (!java.util.Arrays.equals(written, fragment.bytes())) {
            throw new NotProven("pixel data differ");
        }
    }
}
