package org.imaginghaven.pixels.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
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
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.document.DocumentContent;
import org.imaginghaven.nlp.document.DocumentReader;
import org.imaginghaven.pixels.text.GrayFrame;
import org.jspecify.annotations.Nullable;

/** An encapsulated document (PS3.3 C.24.2): all that it says, and the pages and pictures that may show what its text does not. */
final class DocumentScan {

    private static final int DOCUMENT = 0x00420011;
    private static final int TYPE = 0x00420012;
    private static final int MOST_CHARACTERS = 20_000_000;
    private static final double DOTS_AN_INCH = 110;
    private static final double POINTS_AN_INCH = 72;
    /** Longest side of a drawn page, pixels. */
    private static final double LONGEST = 2400;
    private static final long MOST_PIXELS = 1 << 26;

    private final byte[] bytes;
    private final String type;
    private @Nullable DocumentContent content;

    private DocumentScan(byte[] bytes, String type) {
        this.bytes = bytes;
        this.type = type;
    }

    private DocumentContent content() throws IOException {
        DocumentContent read = content;
        if (read == null) {
            read = DocumentReader.read(bytes, type, MOST_CHARACTERS);
            content = read;
        }
        return read;
    }

    /**
     * Null when the file holds no document.
     *
     * @throws IOException
     *             when the document is of a type that is not read, or too long
     */
    static @Nullable DocumentScan of(DicomFile file) throws IOException {
        Dataset header = file.dataset();
        Element element = header.get(DOCUMENT);
        if (element == null) {
            return null;
        }
        String type = header.string(TYPE, "").strip();
        if (!DocumentReader.reads(type)) {
            throw DocumentReader.notRead(type);
        }
        byte[] bytes = switch (element) {
            case Element.Value value -> Arrays.copyOfRange(value.array(), value.offset(),
                    value.offset() + value.length());
            case Element.Bulk bulk -> file.bytes(bulk, DocumentReader.mostBytes(type, MOST_CHARACTERS));
            default -> throw new IOException("a document that is no string of bytes");
        };
        return new DocumentScan(bytes, type);
    }

    /** Why pieces inside it could not be read. */
    List<String> unread() throws IOException {
        return content().unread();
    }

    /**
     * @throws IOException
     *             when it is encrypted, broken or of too many characters
     */
    List<ScanFinding> text(Dataset header, TextDetectors detectors) throws IOException {
        KnownIdentifiers known = TagScan.known(header).and(named());
        List<ScanFinding> findings = new ArrayList<>();
        for (DocumentContent.Part part : content().parts()) {
            if (part.meaning().isPresent()) {
                findings.add(new ScanFinding.InDocument(part.place(), part.meaning().get().name(), 0,
                        part.text().length(), "element", 1));
                continue;
            }
            boolean body = part.place().equals(DocumentContent.TEXT);
            for (Finding found : detectors.find(body ? "" : "document." + part.place(), part.text(), known)) {
                findings.add(new ScanFinding.InDocument(part.place(), found.kind().name(), found.start(), found.end(),
                        found.rule(), found.confidence()));
            }
        }
        return findings;
    }

    /** Whom the document names by what its own elements are, as {@link TagScan#known} does for the file. */
    private KnownIdentifiers named() throws IOException {
        Map<FindingKind, List<String>> said = new EnumMap<>(FindingKind.class);
        for (DocumentContent.Part part : content().parts()) {
            part.meaning().ifPresent(kind -> TagScan.remember(said, kind, List.of(part.text())));
        }
        return TagScan.known(said);
    }

    /** Shows each picture inside the document; the viewer is given its number, from 0. */
    void pictures(Overlays.Viewer viewer) throws IOException {
        int number = 0;
        for (byte[] file : content().pictures()) {
            int picture = number++;
            if (!viewer.wants(picture)) {
                continue;
            }
            try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
                Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
                ImageReader reader = readers.hasNext() ? readers.next() : null;
                if (reader == null) {
                    throw new IOException("a picture in a document that cannot be decoded");
                }
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException("a picture in a document that is too large to look at");
                }
                viewer.see(picture, gray(flat(reader.read(0))));
                reader.dispose();
            } catch (IIOException | RuntimeException broken) {
                throw new IOException("a picture in a document that cannot be decoded");
            }
        }
    }

    /** On white, as a page shows it. */
    private static BufferedImage flat(BufferedImage image) {
        BufferedImage gray = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = gray.createGraphics();
        g.drawImage(image, 0, 0, Color.WHITE, null);
        g.dispose();
        return gray;
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
                if (viewer.wants(page) && needsLook(document, page)) {
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

    /** A page that draws pictures, forms or notes, or that has no text: it may show what its text does not say. */
    private static boolean needsLook(PDDocument document, int number) throws IOException {
        PDPage page = document.getPage(number);
        PDResources resources = page.getResources();
        if (resources != null && (resources.getXObjectNames().iterator().hasNext()
                || resources.getPatternNames().iterator().hasNext()) || !page.getAnnotations().isEmpty()
                || drawsInline(page)) {
            return true;
        }
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number + 1);
        stripper.setEndPage(number + 1);
        return stripper.getText(document).isBlank();
    }

    private static boolean drawsInline(PDPage page) throws IOException {
        PDFStreamParser parser = new PDFStreamParser(page);
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator && operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE)) {
                return true;
            }
        }
        return false;
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
