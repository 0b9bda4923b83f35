package org.imaginghaven.pixels.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.pixel.FilePixels;
import org.imaginghaven.dicom.pixel.PixelRules;
import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.rule.RuleSet;
import org.imaginghaven.pixels.decode.KeptCodecs;
import org.imaginghaven.pixels.text.GrayFrame;
import org.imaginghaven.pixels.text.PixelFindings;
import org.imaginghaven.pixels.text.PixelTextReader;
import org.jspecify.annotations.Nullable;

/** Scans one file: its elements, an encapsulated document, and unless told otherwise its frames and overlays. Thread safe. */
public final class FileScan {

    /**
     * What came of a file.
     *
     * @param outcome
     *            {@code scanned}, {@code tags-only} (nothing but elements, or pixels proved clean before or left out) or
     *            {@code unjudged} (something could not be looked at: {@code reason} says why, a finding says what)
     * @param type
     *            the class of image, with its size; null without pixels
     */
    public record Result(String outcome, @Nullable String reason, int frames, List<ScanFinding> findings,
            PixelRules.@Nullable ImageType type, int rows, int columns) {
    }

    private final TextDetectors detectors;
    private final @Nullable PixelTextReader reader;
    private final Predicate<Dataset> proved;
    private final KeptCodecs codecs = new KeptCodecs();

    /**
     * @param reader
     *            looks at pixels; null to look at elements alone
     * @param proved
     *            images that promotion has proved clean: their pixels are not looked at again
     */
    public FileScan(TextDetectors detectors, @Nullable PixelTextReader reader, Predicate<Dataset> proved) {
        this.detectors = detectors;
        this.reader = reader;
        this.proved = proved;
    }

    /** The identifiability rules that are applied; they count how often each decided. */
    public RuleSet rules() {
        return detectors.rules();
    }

    /**
     * @throws DicomException
     *             if the file cannot be read; kind, position, tag and length, never a value
     */
    public Result scan(Path path) throws IOException {
        try (DicomFile file = DicomFile.read(path)) {
            Dataset header = file.dataset();
            Look look = new Look(header);
            look.findings.addAll(TagScan.of(header, detectors));
            look.part("document", () -> document(file, look));
            boolean image = header.has(Tag.PIXEL_DATA);
            boolean isProved = image && reader != null && proved.test(header);
            if (reader != null && !isProved) {
                look.part("overlay", () -> Overlays.planes(file, viewer("overlay", look, reader)));
                if (image) {
                    look.part("pixels", () -> pixels(file, look, reader));
                }
            }
            return look.result(isProved);
        }
    }

    /** What was found in one file so far. */
    private static final class Look {
        private final Dataset header;
        private final List<ScanFinding> findings = new ArrayList<>();
        private boolean looked;
        private int frames;
        private @Nullable String reason;

        Look(Dataset header) {
            this.header = header;
        }

        /** Runs one part; when it fails the others are still looked at, and the failure is a finding. */
        void part(String place, Part part) {
            try {
                part.run();
            } catch (IOException | RuntimeException e) {
                unjudged(place, switch (e) {
                    case DicomException known -> known.kind().name();
                    case IOException told -> String.valueOf(told.getMessage());
                    default -> e.getClass().getSimpleName();
                });
            }
        }

        void unjudged(String place, String why) {
            reason = why;
            findings.add(new ScanFinding.Undecoded(place, why));
        }

        Result result(boolean proved) {
            boolean image = header.has(Tag.PIXEL_DATA);
            String outcome = reason != null ? "unjudged" : looked ? "scanned" : "tags-only";
            return new Result(outcome, reason == null && proved ? "IMAGE_TYPE_PROVED" : reason, frames, findings,
                    image ? PixelRules.imageType(header) : null, image ? header.integer(Tag.ROWS, 0) : 0,
                    image ? header.integer(Tag.COLUMNS, 0) : 0);
        }
    }

    /** A part of a file that may not be readable. */
    private interface Part {
        void run() throws IOException;
    }

    private void document(DicomFile file, Look look) throws IOException {
        DocumentScan document = DocumentScan.of(file);
        if (document == null) {
            return;
        }
        look.findings.addAll(document.text(look.header, detectors));
        look.looked = true;
        document.unread().forEach(reason -> look.unjudged("document", reason));
        if (reader != null) {
            look.part("page", () -> document.pages(viewer("page", look, reader)));
            look.part("picture", () -> document.pictures(viewer("picture", look, reader)));
        }
    }

    private void pixels(DicomFile file, Look look, PixelTextReader with) throws IOException {
        FilePixels pixels = FilePixels.of(file, codecs);
        PixelFindings found = with.read(look.header, pixels);
        found.places().forEach(text -> add("pixels", text.frame(), text, look));
        look.looked = true;
        look.frames = found.frames();
        Overlays.hidden(look.header, pixels, viewer("overlay", look, with));
    }

    /** Pictures that follow each other often are the same: such a one is not read again. */
    private Overlays.Viewer viewer(String place, Look look, PixelTextReader with) {
        return new Overlays.Viewer() {
            private @Nullable GrayFrame last;
            private List<PixelFindings.Place> places = List.of();

            @Override
            public void see(int frame, GrayFrame picture) throws IOException {
                look.looked = true;
                if (last == null || last.width() != picture.width()
                        || !Arrays.equals(last.pixels(), picture.pixels())) {
                    places = with.read(picture).places();
                    last = picture;
                }
                places.forEach(text -> add(place, frame, text, look));
            }
        };
    }

    private void add(String place, int frame, PixelFindings.Place text, Look look) {
        List<Finding> meanings = detectors.find(text.text(), TagScan.known(look.header));
        String kind = meanings.isEmpty() ? "TEXT" : meanings.get(0).kind().name();
        look.findings.add(
                new ScanFinding.InPixels(place, frame, text.box(), kind, text.read(), text.confidence()));
    }
}
