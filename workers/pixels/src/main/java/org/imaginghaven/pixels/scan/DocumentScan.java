package org.imaginghaven.pixels.scan;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.clean.DocumentText;
import org.imaginghaven.pixels.text.GrayFrame;
import org.jspecify.annotations.Nullable;

/** An encapsulated document (PS3.3 C.24.2): its text, and the pages of a PDF that hold pictures, for a scan has no text. */
final class DocumentScan {

    private static final int DOCUMENT = 0x00420011;
    private static final int TYPE = 0x00420012;
    private static final int MOST_BYTES = 1 << 28;
    private static final int MOST_CHARACTERS = 20_000_000;
    private static final double DOTS_AN_INCH = 110;
    private static final double POINTS_AN_INCH = 72;
    /** Longest side of a drawn page, pixels. */
    private static final double LONGEST = 2400;

    private final byte[] bytes;
    private final String type;

    private DocumentScan(byte[] bytes, String type) {
        this.bytes = bytes;
        this.type = type;
    }

    /** Null when the file holds no document. */
    static @Nullable DocumentScan of(DicomFile file) throws IOException {
        Dataset header = file.dataset();
        byte[] bytes = switch (header.get(DOCUMENT)) {
            case Element.Value value -> Arrays.copyOfRange(value.array(), value.offset(),
                    value.offset() + value.length());
            case Element.Bulk bulk -> file.bytes(bulk, MOST_BYTES);
            case null, default -> null;
        };
        return bytes == null ? null : new DocumentScan(bytes, header.string(TYPE, "").strip());
    }

    /** @throws IOException
     *             when the document is of a type that is not read, encrypted, broken or too long */
    List<ScanFinding> text(Dataset header, TextDetectors detectors) throws IOException {
        String text = DocumentText.read(bytes, type, MOST_CHARACTERS);
        return detectors.find(text, TagScan.known(header)).stream().map(DocumentScan::finding).toList();
    }

    private static ScanFinding finding(Finding found) {
        return new ScanFinding.InDocument(found.kind().name(), found.start(), found.end(), found.rule(),
                found.confidence());
    }

    /** Draws each page of a PDF that may show what its text does not say; the viewer is given its number, from 0. */
    void pages(Overlays.Viewer viewer) throws IOException {
        if (!isPdf()) {
            return;
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                if (needsLook(document, page)) {
                    float scale = scale(document.getPage(page));
                    viewer.see(page, gray(renderer.renderImage(page, scale, ImageType.GRAY)));
                }
            }
        } catch (IOException e) {
            // what the library says may quote the document
            throw new IOException("a page that cannot be drawn (" + e.getClass().getSimpleName() + ", " + bytes.length
                    + " bytes)");
        }
    }

    private boolean isPdf() {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    /** A page that draws pictures or forms, or that has no text: it may show what its text does not say. */
    private static boolean needsLook(PDDocument document, int page) throws IOException {
        PDResources resources = document.getPage(page).getResources();
        if (resources != null && resources.getXObjectNames().iterator().hasNext()) {
            return true;
        }
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        return stripper.getText(document).isBlank();
    }

    private static float scale(PDPage page) {
        double longest = Math.max(1, Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight()));
        return (float) Math.min(DOTS_AN_INCH / POINTS_AN_INCH, LONGEST / longest);
    }

    private static GrayFrame gray(BufferedImage image) {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new GrayFrame(image.getWidth(), image.getHeight(), pixels);
    }
}
