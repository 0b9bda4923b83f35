package org.imaginghaven.pixels.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.pixels.decode.KeptCodecs;
import org.imaginghaven.pixels.review.ReviewPicture;
import org.imaginghaven.pixels.text.Box;
import org.imaginghaven.pixels.text.Display;
import org.imaginghaven.pixels.text.GrayFrame;
import org.jspecify.annotations.Nullable;

/** Pictures of one file for a reviewer: one for each layout of boxes in its frames, overlays, and pages and pictures of a document. */
final class FilePictures {

    /** A reviewer sees no more in the ninth way of placing text than in eight. */
    private static final int MOST = 8;
    /** Layouts that a further one is compared with: an image may have thousands of frames. */
    private static final int COMPARED = 256;
    /** Part that two boxes must share to be the same one, found again a little elsewhere. */
    private static final double SHARED = 0.5;

    /**
     * What was drawn.
     *
     * @param names
     *            of the picture files: the number of the file in the run and of the picture, so that they say nothing
     * @param more
     *            layouts beyond the bound
     * @param failed
     *            layouts that could not be drawn or written
     */
    record Drawn(List<String> names, int more, int failed) {
    }

    /** A frame whose boxes stand where no earlier one's do. */
    private record Layout(String place, int frame, List<Box> boxes) {

        boolean isLike(Layout other) {
            return place.equals(other.place) && boxes.size() == other.boxes.size() && boxes.stream()
                    .allMatch(box -> other.boxes.stream().anyMatch(that -> shared(box, that) >= SHARED));
        }

        private static double shared(Box one, Box other) {
            long width = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
            long height = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
            double both = width <= 0 || height <= 0 ? 0 : (double) width * height;
            return both / Math.max(1, (double) one.area() + other.area() - both);
        }
    }

    private FilePictures() {
    }

    static Drawn draw(Path file, List<ScanFinding> findings, Path folder, int number) {
        List<Layout> layouts = layouts(findings);
        List<Layout> shown = layouts.subList(0, Math.min(MOST, layouts.size()));
        List<String> names = new ArrayList<>();
        int failed = 0;
        if (!shown.isEmpty()) {
            try (DicomFile dicom = DicomFile.read(file)) {
                Drawing drawing = new Drawing(dicom);
                for (int i = 0; i < shown.size(); i++) {
                    String name = "%06d-%d.png".formatted(number, i + 1);
                    if (drawing.isDrawn(shown.get(i), folder.resolve(name))) {
                        names.add(name);
                    } else {
                        failed++;
                    }
                }
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                failed = shown.size() - names.size();
            }
        }
        return new Drawn(names, layouts.size() - shown.size(), failed);
    }

    private static List<Layout> layouts(List<ScanFinding> findings) {
        Map<String, Layout> frames = new LinkedHashMap<>();
        for (ScanFinding finding : findings) {
            if (finding instanceof ScanFinding.InPixels in) {
                frames.computeIfAbsent(in.place() + in.frame(),
                        k -> new Layout(in.place(), in.frame(), new ArrayList<>())).boxes().add(in.box());
            }
        }
        List<Layout> layouts = new ArrayList<>();
        for (Layout frame : frames.values()) {
            List<Layout> latest = layouts.subList(Math.max(0, layouts.size() - COMPARED), layouts.size());
            if (latest.stream().noneMatch(frame::isLike)) {
                layouts.add(frame);
            }
        }
        return layouts;
    }

    /** Of one file: what was taken out of it for a picture serves the next one too. */
    private static final class Drawing {
        private final DicomFile dicom;
        private @Nullable DocumentScan document;

        Drawing(DicomFile dicom) {
            this.dicom = dicom;
        }

        boolean isDrawn(Layout layout, Path target) {
            try {
                GrayFrame picture = picture(layout);
                if (picture == null) {
                    return false;
                }
                try (OutputStream out = Files.newOutputStream(target)) {
                    ReviewPicture.write(picture, layout.boxes(), out);
                }
                return true;
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                target.toFile().delete();
                return false;
            }
        }

        private @Nullable GrayFrame picture(Layout layout) throws IOException {
            Wanted wanted = new Wanted(layout.frame());
            switch (layout.place()) {
                case "pixels" -> {
                    FilePixels pixels = FilePixels.of(dicom, new KeptCodecs());
                    wanted.see(layout.frame(), Display.of(dicom.dataset(), pixels.format())
                            .pictures(pixels.frame(layout.frame())).getFirst());
                }
                case "overlay" -> {
                    Overlays.planes(dicom, wanted);
                    if (dicom.dataset().has(Tag.PIXEL_DATA)) {
                        Overlays.hidden(dicom.dataset(), FilePixels.of(dicom, new KeptCodecs()), wanted);
                    }
                }
                default -> look(layout.place(), wanted);
            }
            return wanted.seen;
        }

        private void look(String place, Wanted wanted) throws IOException {
            if (document == null) {
                document = DocumentScan.of(dicom);
            }
            DocumentScan read = document;
            if (read != null && place.equals("page")) {
                read.pages(wanted);
            } else if (read != null) {
                read.pictures(wanted);
            }
        }
    }

    /** Keeps one picture; planes over the same frame are laid upon each other. */
    private static final class Wanted implements Overlays.Viewer {
        private final int frame;
        private @Nullable GrayFrame seen;

        Wanted(int frame) {
            this.frame = frame;
        }

        @Override
        public boolean wants(int number) {
            return number == frame;
        }

        @Override
        public void see(int number, GrayFrame picture) {
            GrayFrame before = seen;
            if (before != null && before.width() == picture.width() && before.height() == picture.height()) {
                for (int i = 0; i < before.pixels().length; i++) {
                    before.pixels()[i] = (byte) Math.max(before.pixels()[i] & 0xff, picture.pixels()[i] & 0xff);
                }
            } else if (before == null || picture.pixels().length > before.pixels().length) {
                seen = picture;
            }
        }
    }
}
