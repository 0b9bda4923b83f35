package org.imaginghaven.pixels.text;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI;
import org.imaginghaven.pixels.NativeCache;

/**
 * Tesseract's engine, held open: starting it costs more than reading a line. Not safe for several threads: each takes its
 * own.
 */
final class Tesseract implements AutoCloseable {

    private static final int SPARSE = TessPageSegMode.PSM_SPARSE_TEXT;
    private static final int LINE = TessPageSegMode.PSM_SINGLE_LINE;

    /** A word and where it stands. */
    record Word(Box box, Reading reading) {
    }

    /** The C library, for one call. */
    interface C extends Library {
        int setenv(String name, String value, int overwrite);
    }

    private final TessAPI api;
    private final TessBaseAPI handle;

    private Tesseract(TessAPI api, TessBaseAPI handle) {
        this.api = api;
        this.handle = handle;
    }

    /** @throws IOException
     *             if natives or trained data cannot be unpacked or loaded */
    static Tesseract open(NativeCache cache) throws IOException {
        String natives = "org/bytedeco/%s/linux-x86_64/%s";
        Path libraries = cache.folder("tesseract",
                Map.of("libtesseract.so.5.5", natives.formatted("tesseract", "libtesseract.so.5.5"), "libtesseract.so",
                        natives.formatted("tesseract", "libtesseract.so.5.5"), "libleptonica.so.6",
                        natives.formatted("leptonica", "libleptonica.so.6"), "libgomp.so.1",
                        natives.formatted("leptonica", "libgomp.so.1")));
        Path data = cache.folder("tessdata", Map.of("eng.traineddata", "tessdata/eng.traineddata"));
        TessAPI api = Loaded.from(libraries);
        TessBaseAPI handle = api.TessBaseAPICreate();
        if (api.TessBaseAPIInit3(handle, data.toString(), "eng") != 0) {
            api.TessBaseAPIDelete(handle);
            throw new IOException("Tesseract refused its trained data");
        }
        api.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        return new Tesseract(api, handle);
    }

    /** Words anywhere in the frame. */
    List<Word> words(GrayFrame frame) {
        show(frame, SPARSE);
        List<Word> words = new ArrayList<>();
        try {
            if (api.TessBaseAPIRecognize(handle, null) != 0) {
                return words;
            }
            var results = api.TessBaseAPIGetIterator(handle);
            if (results == null) {
                return words;
            }
            var pages = api.TessResultIteratorGetPageIterator(results);
            do {
                Pointer text = api.TessResultIteratorGetUTF8Text(results, TessPageIteratorLevel.RIL_WORD);
                if (text == null) {
                    continue;
                }
                IntBuffer[] side = {IntBuffer.allocate(1), IntBuffer.allocate(1), IntBuffer.allocate(1),
                        IntBuffer.allocate(1)};
                api.TessPageIteratorBoundingBox(pages, TessPageIteratorLevel.RIL_WORD, side[0], side[1], side[2],
                        side[3]);
                double sure = api.TessResultIteratorConfidence(results, TessPageIteratorLevel.RIL_WORD) / 100.0;
                words.add(new Word(
                        new Box(side[0].get(0), side[1].get(0), side[2].get(0) - side[0].get(0),
                                side[3].get(0) - side[1].get(0)),
                        new Reading(text.getString(0, StandardCharsets.UTF_8.name()).strip(), sure)));
                api.TessDeleteText(text);
            } while (api.TessPageIteratorNext(pages, TessPageIteratorLevel.RIL_WORD) == 1);
            api.TessResultIteratorDelete(results);
            return words;
        } finally {
            api.TessBaseAPIClear(handle);
        }
    }

    /** What one line, cut upright, says. Dark on light reads best, whatever came in is turned so. */
    Reading line(GrayFrame line) {
        show(line, LINE);
        try {
            Pointer text = api.TessBaseAPIGetUTF8Text(handle);
            if (text == null) {
                return new Reading("", 0);
            }
            String read = text.getString(0, StandardCharsets.UTF_8.name()).strip();
            api.TessDeleteText(text);
            return new Reading(read, api.TessBaseAPIMeanTextConf(handle) / 100.0);
        } finally {
            api.TessBaseAPIClear(handle);
        }
    }

    private void show(GrayFrame frame, int mode) {
        api.TessBaseAPISetPageSegMode(handle, mode);
        ByteBuffer bytes = ByteBuffer.allocateDirect(frame.pixels().length).put(frame.pixels()).flip();
        api.TessBaseAPISetImage(handle, bytes, frame.width(), frame.height(), 1, frame.width());
        api.TessBaseAPISetSourceResolution(handle, 150);
    }

    @Override
    public void close() {
        api.TessBaseAPIEnd(handle);
        api.TessBaseAPIDelete(handle);
    }

    /** Loads the library once; its own threads are switched off first, they make it ten times slower. */
    private static final class Loaded {

        static synchronized TessAPI from(Path libraries) throws IOException {
            try {
                Native.load("c", C.class).setenv("OMP_THREAD_LIMIT", "1", 1);
                System.setProperty("jna.library.path", libraries.toString());
                return TessAPI.INSTANCE;
            } catch (LinkageError e) {
                throw new IOException("Tesseract could not be loaded: this machine lacks a library it needs", e);
            }
        }
    }
}
