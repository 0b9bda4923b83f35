package org.imaginghaven.pixels.text;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imaginghaven.pixels.NativeCache;

/** The networks that find and read lines: loaded once for the process, safe for any number of threads. */
final class Networks {

    private static final String MODELS = "models/";
    private static final String DETECTOR = "ch_PP-OCRv4_det_infer.onnx";
    private static final String READER = "ch_PP-OCRv4_rec_infer.onnx";
    private static final String ALPHABET = "ppocr_keys_v1.txt";

    private final LineDetector detector;
    private final LineReader reader;

    private Networks(LineDetector detector, LineReader reader) {
        this.detector = detector;
        this.reader = reader;
    }

    /** @throws IOException
     *             if the natives or the models cannot be unpacked or loaded */
    static Networks load(NativeCache cache) throws IOException {
        String platform = "ai/onnxruntime/native/linux-x64/";
        Path natives = cache.folder("onnxruntime",
                Map.of("libonnxruntime.so", platform + "libonnxruntime.so", "libonnxruntime4j_jni.so",
                        platform + "libonnxruntime4j_jni.so"));
        Path models = cache.folder("text-networks",
                Map.of(DETECTOR, MODELS + DETECTOR, READER, MODELS + READER, ALPHABET, MODELS + ALPHABET));
        System.setProperty("onnxruntime.native.path", natives.toString());
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            List<String> alphabet = Files.readAllLines(models.resolve(ALPHABET), StandardCharsets.UTF_8);
            return new Networks(
                    new LineDetector(environment,
                            environment.createSession(models.resolve(DETECTOR).toString(), options)),
                    new LineReader(environment, environment.createSession(models.resolve(READER).toString(), options),
                            alphabet));
        } catch (OrtException | LinkageError e) {
            throw new IOException("the text networks could not be loaded: " + e.getClass().getSimpleName(), e);
        }
    }

    LineDetector detector() {
        return detector;
    }

    LineReader reader() {
        return reader;
    }
}
