package org.imaginghaven.pixels.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** Reads one line of text, cut upright, by a CTC recognition network (PP-OCR weights, Apache-2.0). */
final class LineReader {

    static final int HEIGHT = 48;
    private static final int LEAST_WIDTH = 64;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<String> alphabet;

    /**
     * @param alphabet
     *            characters in the order of the network's outputs, without the blank that comes first
     */
    LineReader(OrtEnvironment environment, OrtSession session, List<String> alphabet) {
        this.environment = environment;
        this.session = session;
        this.alphabet = alphabet;
    }

    /** What the line says and how sure that is; never fails for want of text. */
    Reading read(GrayFrame line) throws OrtException {
        int w = Math.max(LEAST_WIDTH, line.width());
        float[] planes = new float[3 * HEIGHT * w];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < line.width(); x++) {
                float value = (line.at(x, y) / 255f - 0.5f) / 0.5f;
                for (int c = 0; c < 3; c++) {
                    planes[(c * HEIGHT + y) * w + x] = value;
                }
            }
        }
        FloatBuffer in = FloatBuffer.wrap(planes);
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, in, new long[]{1, 3, HEIGHT, w});
                OrtSession.Result result = session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
            OnnxTensor out = (OnnxTensor) result.get(0);
            long[] shape = out.getInfo().getShape();
            float[] p = new float[(int) (shape[1] * shape[2])];
            out.getFloatBuffer().get(p);
            return decode(p, (int) shape[1], (int) shape[2]);
        }
    }

    private Reading decode(float[] p, int steps, int classes) {
        StringBuilder text = new StringBuilder();
        double sum = 0;
        int count = 0;
        int last = 0;
        for (int t = 0; t < steps; t++) {
            int best = 0;
            float most = -1;
            for (int k = 0; k < classes; k++) {
                float v = p[t * classes + k];
                if (v > most) {
                    most = v;
                    best = k;
                }
            }
            if (best != 0 && best != last) {
                text.append(best <= alphabet.size() ? alphabet.get(best - 1) : " ");
                sum += most;
                count++;
            }
            last = best;
        }
        return new Reading(text.toString().strip(), count == 0 ? 0 : sum / count);
    }
}
