package org.imaginghaven.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a file by position; of a deflated one as if it were not. */
abstract sealed class Source implements Closeable {

    /** Reads up to length bytes; fewer only at the end. */
    abstract int read(long position, byte[] target, int offset, int length) throws IOException;

    /** Fills what remains of the buffer; fewer bytes only at the end. */
    abstract int read(long position, ByteBuffer target) throws IOException;

    /** The bytes where they lie in memory, read-only; null when they lie elsewhere or do not reach so far. */
    @Nullable
    ByteBuffer held(long position, long length) {
        return null;
    }

    /** Bytes in all, {@link Long#MAX_VALUE} when that is known only at the end. */
    abstract long size();

    static Source open(Path path) throws IOException {
        return new Plain(FileChannel.open(path, StandardOpenOption.READ));
    }

    /**
     * The same; a file that fits the room is read into it at once, and never again. The room belongs to the source until
     * that is closed.
     */
    static Source open(Path path, FileRoom room) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean kept = false;
        try {
            Plain plain = new Plain(channel);
            if (!FileRoom.fits(plain.size())) {
                kept = true;
                return plain;
            }
            ByteBuffer bytes = room.take((int) plain.size());
            plain.read(0, bytes);
            return new Held(bytes.flip().asReadOnlyBuffer());
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    static Source of(byte[] bytes) {
        return new Held(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    /** The same file with everything from start on inflated. */
    Source inflated(long start) {
        return new Inflated(this, start);
    }

    /** A whole file in memory. */
    private static final class Held extends Source {
        private final ByteBuffer bytes;

        /** @param bytes read-only, from 0 to its limit */
        Held(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        int read(long position, byte[] target, int offset, int length) {
            int count = Math.clamp(bytes.limit() - position, 0, length);
            bytes.get((int) Math.min(position, bytes.limit()), target, offset, count);
            return count;
        }

        @Override
        int read(long position, ByteBuffer target) {
            int count = Math.clamp(bytes.limit() - position, 0, target.remaining());
            target.put(target.position(), bytes, (int) Math.min(position, bytes.limit()), count);
            target.position(target.position() + count);
            return count;
        }

        @Override
        @Nullable
        ByteBuffer held(long position, long length) {
            return position + length <= bytes.limit() ? bytes.slice((int) position, (int) length) : null;
        }

        @Override
        long size() {
            return bytes.limit();
        }

        @Override
        public void close() {
        }
    }

    private static final class Plain extends Source {
        private final FileChannel channel;
        private final long size;

        Plain(FileChannel channel) throws IOException {
            this.channel = channel;
            this.size = channel.size();
        }

        @Override
        int read(long position, byte[] target, int offset, int length) throws IOException {
            return read(position, ByteBuffer.wrap(target, offset, length));
        }

        @Override
        int read(long position, ByteBuffer target) throws IOException {
            int total = 0;
            while (target.hasRemaining()) {
                int count = channel.read(target, position + total);
                if (count < 0) {
                    break;
                }
                total += count;
            }
            return total;
        }

        @Override
        long size() {
            return size;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Forward only; a step back inflates from the start again, so that memory stays small. */
    private static final class Inflated extends Source {
        private final Source file;
        private final long start;
        private @Nullable InputStream stream;
        private @Nullable Inflater inflater;
        private long at;

        Inflated(Source file, long start) {
            this.file = file;
            this.start = start;
        }

        @Override
        int read(long position, byte[] target, int offset, int length) throws IOException {
            if (position < start) {
                int count = file.read(position, target, offset, (int) Math.min(length, start - position));
                return count == length ? count : count + read(start, target, offset + count, length - count);
            }
            try {
                return inflate(position - start, target, offset, length);
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                throw new DicomException(DicomException.Kind.BROKEN_DEFLATE, position, 0, length);
            }
        }

        private int inflate(long position, byte[] target, int offset, int length) throws IOException {
            if (stream == null || position < at) {
                release();
                inflater = new Inflater(true);
                stream = new InflaterInputStream(new Rest(file, start), inflater, 1 << 16);
                at = 0;
            }
            while (at < position) {
                long skipped = stream.skip(position - at);
                if (skipped <= 0) {
                    return 0;
                }
                at += skipped;
            }
            int count = stream.readNBytes(target, offset, length);
            at += count;
            return count;
        }

        @Override
        int read(long position, ByteBuffer target) throws IOException {
            byte[] chunk = new byte[Math.min(target.remaining(), 1 << 16)];
            int total = 0;
            while (target.hasRemaining()) {
                int count = read(position + total, chunk, 0, Math.min(chunk.length, target.remaining()));
                if (count == 0) {
                    break;
                }
                target.put(chunk, 0, count);
                total += count;
            }
            return total;
        }

        @Override
        long size() {
            return Long.MAX_VALUE;
        }

        private void release() {
            if (inflater != null) {
                inflater.end();
            }
        }

        @Override
        public void close() throws IOException {
            release();
            file.close();
        }
    }

    /** The rest of a source as a stream. */
    private static final class Rest extends InputStream {
        private final Source source;
        private long position;

        Rest(Source source, long position) {
            this.source = source;
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 1 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = source.read(position, target, offset, length);
            position += count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    /** The bytes as a channel-like stream, for callers outside the engine. */
    InputStream stream(long position) {
        return new Rest(this, position);
    }

}
