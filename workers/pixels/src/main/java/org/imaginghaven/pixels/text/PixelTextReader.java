package org.imaginghaven.pixels.text;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.pixel.Pixels;
import org.imaginghaven.pixels.NativeCache;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every frame of an image for text. Thread safe: engines are held open, one for each thread that is looking.
 * Starting costs about a second, once, when the first image comes.
 */
public final class PixelTextReader implements AutoCloseable {

    /** Pixels that must have changed by {@link #CHANGE} for a frame to be looked at again. */
    private static final int FEW = 10;
    private static final int CHANGE = 20;

    private final NativeCache cache;
    private final ConcurrentLinkedQueue<TextFinder> idle = new ConcurrentLinkedQueue<>();
    private @Nullable Networks networks;

    private PixelTextReader(NativeCache cache) {
        this.cache = cache;
    }

    /** A reader with natives in the user's cache. */
    public static PixelTextReader open() {
        return new PixelTextReader(NativeCache.ofUser());
    }

    /**
     * All text in all frames.
     *
     * @throws IOException
     *             if a frame cannot be decoded or the engines cannot be started
     */
    public PixelFindings read(Dataset header, Pixels pixels) throws IOException {
        Display display = Display.of(header, pixels.format());
        TextFinder finder = take();
        List<PixelFindings.Place> places = new ArrayList<>();
        try {
            List<GrayFrame> before = List.of();
            List<TextBox> last = List.of();
            int frames = pixels.format().frames();
            for (int frame = 0; frame < frames; frame++) {
                List<GrayFrame> pictures = display.pictures(pixels.frame(frame));
                if (!same(before, pictures)) {
                    // one frame in doubt holds the image: a trial of each of the others would change nothing
                    last = finder.find(pictures, places.stream().noneMatch(PixelFindings.Place::faint));
                    before = pictures;
                }
                for (TextBox text : last) {
                    places.add(new PixelFindings.Place(frame, text.box(),
                            text.certainty() == TextBox.Certainty.READ, text.faint(), text.confidence(),
                            text.reading()));
                }
            }
            return new PixelFindings(frames, places);
        } catch (OrtException e) {
            throw new IOException("the text networks failed: " + e.getCode(), e);
        } finally {
            idle.add(finder);
        }
    }

    /** All text in one picture, as frame 0. */
    public PixelFindings read(GrayFrame picture) throws IOException {
        TextFinder finder = take();
        try {
            List<PixelFindings.Place> places = new ArrayList<>();
            for (TextBox text : finder.find(List.of(picture), true)) {
                places.add(new PixelFindings.Place(0, text.box(), text.certainty() == TextBox.Certainty.READ,
                        text.faint(), text.confidence(), text.reading()));
            }
            return new PixelFindings(1, places);
        } catch (OrtException e) {
            throw new IOException("the text networks failed: " + e.getCode(), e);
        } finally {
            idle.add(finder);
        }
    }

    /** A frame in which hardly a pixel changed since the one looked at last shows the same text. */
    private static boolean same(List<GrayFrame> before, List<GrayFrame> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            byte[] a = before.get(i).pixels();
            byte[] b = now.get(i).pixels();
            int changed = 0;
            for (int k = 0; k < b.length; k++) {
                if (Math.abs((a[k] & 0xff) - (b[k] & 0xff)) > CHANGE && ++changed > FEW) {
                    return false;
                }
            }
        }
        return true;
    }

    private TextFinder take() throws IOException {
        TextFinder finder = idle.poll();
        return finder != null ? finder : new TextFinder(networks(), Tesseract.open(cache));
    }

    private synchronized Networks networks() throws IOException {
        Networks loaded = networks;
        if (loaded == null) {
            loaded = Networks.load(cache);
            networks = loaded;
        }
        return loaded;
    }

    @Override
    public void close() {
        for (TextFinder finder = idle.poll(); finder != null; finder = idle.poll()) {
            finder.close();
        }
    }
}
