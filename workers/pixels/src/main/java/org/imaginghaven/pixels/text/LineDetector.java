package org.imaginghaven.pixels.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds lines of text by a differentiable-binarisation network (Liao et al. 2020; PP-OCR weights, Apache-2.0, from a
 * published artifact). It answers where text is, in any script, size and direction, without reading it.
 */
final class LineDetector {

    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
    private static final int STRIDE = 32;
    private static final int LEAST_SIZE = 12;

    /** Looks after which the memory that they took is given back. */
    private static final int LOOKS_BETWEEN = 8;

    private final AtomicInteger looks = new AtomicInteger();
    private final OrtEnvironment environment;
    private final OrtSession session;

    LineDetector(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * @param views
     *            a picture at the size to look at
     * @param ink
     *            probability from which a pixel belongs to a line, 0 to 1
     * @param least
     *            mean probability from which a line is kept, 0 to 1
     */
    List<Line> find(Views views, double ink, double least) throws OrtException {
        int w = Math.max(STRIDE, (views.plain().width() + STRIDE - 1) / STRIDE * STRIDE);
        int h = Math.max(STRIDE, (views.plain().height() + STRIDE - 1) / STRIDE * STRIDE);
        float[] planes = new float[3 * w * h];
        fill(planes, 0, views.plain(), w, h);
        fill(planes, 1, views.local(), w, h);
        fill(planes, 2, views.smooth(), w, h);
        FloatBuffer in = FloatBuffer.wrap(planes);
        try (OrtSession.RunOptions options = new OrtSession.RunOptions();
                OnnxTensor tensor = OnnxTensor.createTensor(environment, in, new long[]{1, 3, h, w})) {
            // by measurement a tenth more work when it is done at each look than when the arena keeps its memory
            if (looks.incrementAndGet() % LOOKS_BETWEEN == 0) {
                options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
            }
            return lines(session, tensor, options, w, h, ink, least);
        }
    }

    private static List<Line> lines(OrtSession session, OnnxTensor tensor, OrtSession.RunOptions options, int w, int h,
            double ink, double least) throws OrtException {
        try (OrtSession.Result result = session.run(Map.of(session.getInputNames().iterator().next(), tensor),
                options)) {
            FloatBuffer map = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] probability = new float[w * h];
            map.get(probability);
            return lines(probability, w, h, ink, least);
        }
    }

    /** One plane of the input, as the network was trained; black beyond the picture. */
    private static void fill(float[] planes, int plane, GrayFrame frame, int w, int h) {
        float[] value = new float[256];
        for (int i = 0; i < 256; i++) {
            value[i] = (i / 255f - MEAN[plane]) / DEVIATION[plane];
        }
        byte[] px = frame.pixels();
        for (int y = 0; y < h; y++) {
            int to = (plane * h + y) * w;
            int filled = y < frame.height() ? frame.width() : 0;
            for (int x = 0; x < filled; x++) {
                planes[to + x] = value[px[y * frame.width() + x] & 0xff];
            }
            java.util.Arrays.fill(planes, to + filled, to + w, value[0]);
        }
    }

    private static List<Line> lines(float[] p, int w, int h, double ink, double least) {
        List<Line> lines = new ArrayList<>();
        boolean[] seen = new boolean[p.length];
        int[] queue = new int[p.length];
        for (int start = 0; start < p.length; start++) {
            if (seen[start] || p[start] < ink) {
                continue;
            }
            int size = flood(p, w, h, ink, seen, queue, start);
            if (size < LEAST_SIZE) {
                continue;
            }
            Line line = around(queue, size, p, w);
            if (line.score() >= least && line.thickness() >= 4) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static int flood(float[] p, int w, int h, double ink, boolean[] seen, int[] queue, int start) {
        int size = 0;
        queue[size++] = start;
        seen[start] = true;
        for (int i = 0; i < size; i++) {
            int x = queue[i] % w;
            int y = queue[i] / w;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int nx = x + dx;
                    int ny = y + dy;
                    if (nx >= 0 && ny >= 0 && nx < w && ny < h && !seen[ny * w + nx] && p[ny * w + nx] >= ink) {
                        seen[ny * w + nx] = true;
                        queue[size++] = ny * w + nx;
                    }
                }
            }
        }
        return size;
    }

    /** The rectangle along the blob's main axis, grown back to the text's size: the network marks a shrunken core. */
    private static Line around(int[] blob, int size, float[] p, int w) {
        double mx = 0;
        double my = 0;
        double score = 0;
        for (int i = 0; i < size; i++) {
            mx += blob[i] % w;
            my += blob[i] / w;
            score += p[blob[i]];
        }
        mx /= size;
        my /= size;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < size; i++) {
            double dx = blob[i] % w - mx;
            double dy = blob[i] / w - my;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        double angle = Math.atan2(2 * xy, xx - yy) / 2;
        if (Math.abs(angle) < 0.05 || Math.abs(xx - yy) < 0.2 * (xx + yy) && Math.abs(xy) < 0.1 * (xx + yy)) {
            angle = 0;
        }
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double u0 = Double.MAX_VALUE;
        double u1 = -Double.MAX_VALUE;
        double v0 = Double.MAX_VALUE;
        double v1 = -Double.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            double dx = blob[i] % w - mx;
            double dy = blob[i] / w - my;
            double u = dx * c + dy * s;
            double v = -dx * s + dy * c;
            u0 = Math.min(u0, u);
            u1 = Math.max(u1, u);
            v0 = Math.min(v0, v);
            v1 = Math.max(v1, v);
        }
        double along = u1 - u0 + 1;
        double across = v1 - v0 + 1;
        double grow = 1.8 * along * across / (2 * (along + across));
        double um = (u0 + u1) / 2;
        double vm = (v0 + v1) / 2;
        return new Line(mx + um * c - vm * s + 0.5, my + um * s + vm * c + 0.5, along + 2 * grow, across + 2 * grow,
                angle, score / size);
    }
}
