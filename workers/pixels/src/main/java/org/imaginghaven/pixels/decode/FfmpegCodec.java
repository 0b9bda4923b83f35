package org.imaginghaven.pixels.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_JPEG2000;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_JPEGLS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;
import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/** Codecs of libavcodec: 12 bit JPEG, JPEG-LS, high-throughput JPEG 2000. Samples come as coded. */
final class FfmpegCodec {

    private final int id;

    private FfmpegCodec(int id) {
        this.id = id;
    }

    static FfmpegCodec jpeg() {
        return new FfmpegCodec(AV_CODEC_ID_MJPEG);
    }

    static FfmpegCodec jpegLs() {
        return new FfmpegCodec(AV_CODEC_ID_JPEGLS);
    }

    static FfmpegCodec jpeg2000() {
        return new FfmpegCodec(AV_CODEC_ID_JPEG2000);
    }

    Samples decode(byte[] encoded) throws UndecodableException {
        try {
            return frame(encoded);
        } catch (LinkageError e) {
            throw new UndecodableException(Kind.UNSUPPORTED, "libavcodec is not there for this machine");
        }
    }

    private Samples frame(byte[] encoded) throws UndecodableException {
        av_log_set_level(AV_LOG_QUIET);
        AVCodec codec = avcodec_find_decoder(id);
        if (codec == null) {
            throw new UndecodableException(Kind.UNSUPPORTED, "libavcodec without this codec");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        try {
            context.thread_count(1);
            // without this flag a damaged stream gives a picture with holes instead of an error
            context.err_recognition(1 << 3 | 1);
            if (avcodec_open2(context, codec, (AVDictionary) null) < 0 || av_new_packet(packet, encoded.length) < 0) {
                throw new UndecodableException(Kind.UNSUPPORTED, "libavcodec did not start");
            }
            packet.data().put(encoded, 0, encoded.length);
            boolean decoded = avcodec_send_packet(context, packet) >= 0
                    && avcodec_send_packet(context, (AVPacket) null) >= 0 && avcodec_receive_frame(context, frame) >= 0;
            if (!decoded || frame.decode_error_flags() != 0) {
                throw new UndecodableException(Kind.CORRUPT, "libavcodec refused it");
            }
            return samples(frame, context.bits_per_raw_sample());
        } finally {
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(context);
        }
    }

    private static Samples samples(AVFrame frame, int rawBits) {
        AVPixFmtDescriptor layout = av_pix_fmt_desc_get(frame.format());
        int n = layout.nb_components();
        int w = frame.width();
        int h = frame.height();
        short[] values = new short[w * h * n];
        boolean bigEndian = (layout.flags() & AV_PIX_FMT_FLAG_BE) != 0;
        boolean rgb = (layout.flags() & AV_PIX_FMT_FLAG_RGB) != 0;
        for (int k = 0; k < n; k++) {
            AVComponentDescriptor component = layout.comp(k);
            boolean chroma = !rgb && (k == 1 || k == 2);
            int right = chroma ? layout.log2_chroma_w() : 0;
            int down = chroma ? layout.log2_chroma_h() : 0;
            int stride = frame.linesize(component.plane());
            BytePointer plane = frame.data(component.plane());
            byte[] row = new byte[Math.abs(stride)];
            int depth = component.depth();
            // libavcodec moves samples of an odd depth up to the top of their word
            int drop = rawBits > 1 && rawBits < depth ? depth - rawBits : 0;
            for (int y = 0; y < h; y++) {
                plane.position((long) (y >> down) * stride).get(row);
                for (int x = 0; x < w; x++) {
                    int at = (x >> right) * component.step() + component.offset();
                    int value = depth + component.shift() <= 8
                            ? row[at] & 0xff
                            : bigEndian
                                    ? (row[at] & 0xff) << 8 | row[at + 1] & 0xff
                                    : row[at] & 0xff | (row[at + 1] & 0xff) << 8;
                    values[(y * w + x) * n + k] = (short) (((value >> component.shift()) & (1 << depth) - 1) >> drop);
                }
            }
            plane.position(0);
        }
        return new Samples(w, h, n, values);
    }
}
