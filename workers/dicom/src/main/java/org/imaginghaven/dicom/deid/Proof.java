package org.imaginghaven.dicom.deid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
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
    private static final int[] REQUIRED = {Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.MODALITY,
            Tag.STUDY_INSTANCE_UID,
            Tag.SERIES_INSTANCE_UID, Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.ROWS, Tag.COLUMNS, Tag.SAMPLES_PER_PIXEL,
            Tag.PHOTOMETRIC_INTERPRETATION, Tag.BITS_ALLOCATED, Tag.BITS_STORED, Tag.HIGH_BIT, Tag.PIXEL_REPRESENTATION,
            Tag.NUMBER_OF_FRAMES, Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA};
    private static final Set<Integer> CLAIMS = Set.of(Tag.PATIENT_IDENTITY_REMOVED, Tag.DEIDENTIFICATION_METHOD,
            Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);
    private static final int COPY = 1 << 18;

    private final Policy policy;
    private final Dataset before;
    private final Sweep sweep;
    private final DicomWriter.BulkReader expected;
    private final @Nullable Element pixels;
    private final Set<Integer> top = new HashSet<>();
    private final Deque<Map<Integer, String>> creators = new ArrayDeque<>(List.of(new HashMap<>()));
    private final ByteBuffer one;
    private final ByteBuffer other;
    private final Deque<Integer> openSequences = new ArrayDeque<>();
    private @Nullable FileChannel channel;

    /** Room to compare pixels in, used for one file after the other. */
    record Buffers(ByteBuffer one, ByteBuffer other) {
        static Buffers make() {
            return new Buffers(ByteBuffer.allocateDirect(COPY), ByteBuffer.allocateDirect(COPY));
        }
    }

    /**
     * @param expected where the bytes of bulk values that must be in the output are read from
     * @param pixels the pixel data element as it was to be written; null for none
     */
    Proof(Policy policy, Dataset before, Guard guard, DicomWriter.BulkReader expected, @Nullable Element pixels,
            Buffers buffers) {
        this.one = buffers.one();
        this.other = buffers.other();
        this.policy = policy;
        this.before = before;
        this.expected = expected;
        this.pixels = pixels;
        Set<Charset> charsets = new HashSet<>(Set.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1));
        Charset own = before.characterSets().charset();
        if (own != null) {
            charsets.add(own);
        }
        this.sweep = new Sweep(guard.tokens(charsets));
    }

    /** @throws NotProven with what is wrong, by tag */
    void check(Path written, TransferSyntax syntax) throws IOException, NotProven {
        try (FileChannel in = FileChannel.open(written, StandardOpenOption.READ)) {
            channel = in;
            new SecondReader(in).walk(syntax.explicit(), syntax.bigEndian(), new Meta(), this);
        }
        for (int tag : REQUIRED) {
            if (before.has(tag) && !top.contains(tag)) {
                throw new NotProven("required element lost: " + Tag.text(tag));
            }
        }
        if (!top.contains(Tag.PATIENT_IDENTITY_REMOVED) || !top.contains(Tag.DEIDENTIFICATION_METHOD)) {
            throw new NotProven("the claim is missing");
        }
    }

    /** The meta header may hold only what names the file's form. */
    private final class Meta implements SecondReader.Visitor {
        private static final Set<Integer> ALLOWED = Set.of(0x00020001, 0x00020002, 0x00020003, 0x00020010, 0x00020012,
                0x00020013);

        @Override
        public void value(int depth, int parent, int tag, Vr vr, byte[] array, int offset, int length, long position,
                long size) throws NotProven {
            if (!ALLOWED.contains(tag)) {
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
        creators.push(new HashMap<>());
        openSequences.push(depth);
    }

    @Override
    public void itemEnd(int depth) {
        creatorsAt(depth).clear();
    }

    /** Creators seen in the item at a depth; levels that were left are dropped. */
    private Map<Integer, String> creatorsAt(int depth) {
        while (openSequences.size() > depth) {
            openSequences.pop();
            creators.pop();
        }
        return creators.getFirst();
    }

    private Rule allowed(int depth, int parent, int tag, Vr vr) throws NotProven {
        Map<Integer, String> own = creatorsAt(depth);
        if (depth == 0) {
            top.add(tag);
        }
        if (Tag.element(tag) == 0 || Tag.group(tag) <= 2) {
            throw new NotProven("not allowed: " + Tag.text(tag));
        }
        Rule rule = Tag.isPrivate(tag)
                ? policy.privateRule(tag, vr, own.getOrDefault(tag & 0xFFFF0000 | tag >>> 8 & 0xFF, ""))
                : policy.rule(tag, vr, parent, before);
        boolean claim = depth == 0 && CLAIMS.contains(tag) || parent == Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE;
        if (rule.action() instanceof Action.Remove && !claim && !Tag.isPrivateCreator(tag)) {
            throw new NotProven("should have been removed: " + Tag.text(tag));
        }
        return rule;
    }

    @Override
    public void value(int depth, int parent, int tag, Vr vr, byte[] array, int offset, int length, long position,
            long size) throws NotProven, IOException {
        Rule rule = allowed(depth, parent, tag, vr);
        if (Tag.isPrivateCreator(tag)) {
            creatorsAt(depth).put(tag, new String(array, offset, length, StandardCharsets.ISO_8859_1).strip());
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
            case DA, DT, TM, AT, FD, FL, SL, SS, SV, UL, US, UV -> {
                // dates were moved and numbers are not text: what equals an identifier does so by chance
            }
            case UI -> {
                if (!(rule.action() instanceof Action.Keep)) {
                    uids(tag, array, offset, length);
                } else if (sweep.finds(array, offset, length, 6)) {
                    throw new NotProven("an identifier in " + Tag.text(tag));
                }
            }
            default -> {
                if (sweep.finds(array, offset, length, vr == Vr.DS || vr == Vr.IS ? 6 : 4)) {
                    throw new NotProven("an identifier in " + Tag.text(tag));
                }
            }
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
            if (sweep.finds(part, 0, count, 6)) {
                throw new NotProven("an identifier in " + Tag.text(tag));
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
            other.clear().limit(count);
            fill(one, position + done);
            if (expected.read(source + done, other) < count) {
                throw new NotProven("the input became shorter");
            }
            one.flip();
            other.flip();
            if (one.mismatch(other) >= 0) {
                throw new NotProven("pixel data differ");
            }
        }
    }

    @Override
    public void fragment(int index, long position, long size) throws NotProven, IOException {
        top.add(Tag.PIXEL_DATA);
        if (!(pixels instanceof Element.Fragments fragments) || index >= fragments.fragments().size()) {
            throw new NotProven("fragments that were not to be there");
        }
        Element.Fragment fragment = fragments.fragments().get(index);
        if (fragment.length() + (fragment.length() & 1) != size) {
            throw new NotProven("a fragment of another length");
        }
        same(fragment.position(), position, fragment.length());
    }
}
