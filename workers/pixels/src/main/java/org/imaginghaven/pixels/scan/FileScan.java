package org.imaginghaven.pixels.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.imaginghaven.pixels.decode.KeptCodecs;
import org.imaginghaven.pixels.text.GrayFrame;
import org.imaginghaven.pixels.text.PixelFindings;
import org.imaginghaven.pixels.text.PixelTextReader;
import org.jspecify.annotations.Nullable;

/** Scans one file: its elements, and unless told otherwise its frames and overlays. Thread safe. */
public final class FileScan {

    /**
     * What came of a file.
     *
     * @param outcome
     *            {@code scanned}, {@code tags-only} (no pixels, or proved clean before, or pixels left out) or
     *            {@code unjudged} (the pixels could not be looked at: {@code reason} says why)
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

    /**
     * @throws DicomException
     *             if the file cannot be read; kind, position, tag and length, never a value
     */
    public Result scan(Path path) throws IOException {
        try (DicomFile file = DicomFile.read(path)) {
            Dataset header = file.dataset();
            List<ScanFinding> findings = new ArrayList<>(TagScan.of(header, detectors));
            if (!header.has(Tag.PIXEL_DATA) || reader == null) {
                return new Result("tags-only", null, 0, findings, null, 0, 0);
            }
            int rows = header.integer(Tag.ROWS, 0);
            int columns = header.integer(Tag.COLUMNS, 0);
            PixelRules.ImageType type = PixelRules.imageType(header);
            if (proved.test(header)) {
                return new Result("tags-only", "IMAGE_TYPE_PROVED", 0, findings, type, rows, columns);
            }
            try {
                int frames = pixels(file, header, findings, reader);
                return new Result("scanned", null, frames, findings, type, rows, columns);
            } catch (IOException e) {
                String reason = e instanceof DicomException known ? known.kind().name() : e.getMessage();
                return new Result("unjudged", reason, 0, findings, type, rows, columns);
            }
        }
    }

    private int pixels(DicomFile file, Dataset header, List<ScanFinding> findings, PixelTextReader with)
            throws IOException {
        FilePixels pixels = FilePixels.of(file, codecs);
        PixelFindings found = with.read(header, pixels);
        add(header, "pixels", found, findings);
        List<GrayFrame> overlays = new ArrayList<>(Overlays.planes(header));
        if (!pixels.format().encapsulated()) {
            overlays.addAll(Overlays.hidden(header, pixels.format(), pixels.frame(0)));
        }
        for (GrayFrame overlay : overlays) {
            add(header, "overlay", with.read(overlay), findings);
        }
        return found.frames();
    }

    private void add(Dataset header, String place, PixelFindings found, List<ScanFinding> findings) {
        for (PixelFindings.Place text : found.places()) {
            List<Finding> meanings = detectors.find(text.text(), TagScan.known(header));
            String kind = meanings.isEmpty() ? "TEXT" : meanings.get(0).kind().name();
            findings.add(new ScanFinding.InPixels(place, text.frame(), text.box(), kind, text.read(),
                    text.confidence()));
        }
    }
}
