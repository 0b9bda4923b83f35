package org.imaginghaven.nlp.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads PDF and RTF (through Tika), XML such as HL7 CDA, and plain text. */
public final class DocumentReader {

    private static final Set<String> PDF = Set.of("application/pdf");
    private static final Set<String> RTF = Set.of("application/rtf", "text/rtf");
    private static final Set<String> XML = Set.of("application/xml", "text/xml", "application/hl7-cda+xml",
            "application/cda+xml", "text/xml+cda");
    private static final Set<String> PLAIN = Set.of("text/plain");
    /** Types that may be told in a message: another one might be anything somebody typed. */
    private static final Set<String> TOLD = Set.of("model/stl", "model/obj", "model/mtl", "model/x.stl-binary",
            "application/sla", "model/gltf+json", "model/gltf-binary", "model/vrml", "text/html",
            "application/xhtml+xml", "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.oasis.opendocument.text", "application/postscript", "application/zip",
            "application/octet-stream", "application/json", "application/dicom", "text/csv", "image/png", "image/jpeg",
            "image/tiff", "image/gif", "image/bmp", "image/svg+xml", "audio/mpeg", "video/mp4");

    private static final int MOST_BYTES = 1 << 28;

    private DocumentReader() {
    }

    /**
     * @param type of the document as DICOM gives it (MIMETypeOfEncapsulatedDocument); when it is blank the first bytes decide
     * @param longest characters at most; a longer document is refused rather than cut
     * @throws IOException when it is of another type, too long, encrypted or broken; the message never quotes it
     */
    public static DocumentContent read(byte[] document, String type, int longest) throws IOException {
        Gathering gathering = new Gathering(longest);
        try {
            read(document, type, gathering);
        } catch (UnreadableException known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError fault) {
            // what a library says may quote the document
            throw broken(fault, document);
        }
        return gathering.content();
    }

    /** Whether documents of a type, as DICOM gives it, are read at all: it need not be taken into memory otherwise. */
    public static boolean reads(String type) {
        return form(new byte[0], type) != null || plain(type).isEmpty();
    }

    /** Why a document of a type is not read; names the type when it is a known one. */
    public static IOException notRead(String type) {
        String plain = plain(type);
        return new UnreadableException(
                "a document of " + (TOLD.contains(plain) ? "type " + plain + ", which" : "a type that")
                        + " is not read; PDF, RTF, XML and plain text are");
    }

    /**
     * Bytes that a document of a type may have to be read at all.
     *
     * @param longest characters that are read at most
     */
    public static int mostBytes(String type, int longest) {
        return switch (form(new byte[0], type)) {
            case XML, PLAIN -> (int) Math.min(MOST_BYTES, 2L * longest);
            // pictures are written out in it
            case RTF -> MOST_BYTES / 4;
            case PDF -> MOST_BYTES;
            case null -> MOST_BYTES;
        };
    }

    private enum Form {
        PDF, RTF, XML, PLAIN
    }

    static void read(byte[] document, String type, Gathering gathering) throws IOException {
        switch (form(document, type)) {
            case PDF -> PdfDocument.read(document, gathering);
            case RTF -> RtfDocument.read(document, gathering);
            case XML -> new XmlDocument(gathering).read(document);
            case PLAIN -> gathering.add(DocumentContent.TEXT, PlainText.read(document));
            case null -> throw notRead(type);
        }
    }

    private static @Nullable Form form(byte[] document, String type) {
        String plain = plain(type);
        boolean blank = plain.isEmpty();
        if (PDF.contains(plain) || blank && startsWith(document, "%PDF")) {
            return Form.PDF;
        }
        if (RTF.contains(plain) || blank && startsWith(document, "{\\rtf")) {
            return Form.RTF;
        }
        if (XML.contains(plain) || blank && (startsWith(document, "<?xml") || startsWith(document, "<Clinical"))) {
            return Form.XML;
        }
        return PLAIN.contains(plain) ? Form.PLAIN : null;
    }

    private static String plain(String type) {
        String bare = Optional.of(type.indexOf(';')).filter(at -> at >= 0).map(at -> type.substring(0, at))
                .orElse(type);
        return bare.replace("\0", "").strip().toLowerCase(Locale.ROOT);
    }

    static boolean startsWith(byte[] document, String mark) {
        return document.length >= mark.length()
                && new String(document, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }

    static IOException broken(Throwable fault, byte[] document) {
        return new UnreadableException("a document that cannot be read (" + fault.getClass().getSimpleName() + ", "
                + document.length + " bytes)");
    }
}
