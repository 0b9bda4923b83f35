package org.imaginghaven.nlp.clean;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;

import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/** The text of an encapsulated PDF or RTF document, through Tika. */
public final class DocumentText {

    private static final Set<String> PDF = Set.of("application/pdf");
    private static final Set<String> RTF = Set.of("application/rtf", "text/rtf");

    private DocumentText() {
    }

    /**
     * @param type of the document as DICOM gives it (MIMETypeOfEncapsulatedDocument); when it is blank the first bytes decide
     * @param longest characters at most; a longer document is refused rather than cut
     * @throws IOException when it is of another type, too long, encrypted or broken; the message never quotes it
     */
    public static String read(byte[] document, String type, int longest) throws IOException {
        Metadata metadata = new Metadata();
        BodyContentHandler handler = new BodyContentHandler(longest);
        try {
            parser(document, type).parse(new ByteArrayInputStream(document), handler, metadata, context());
            return handler.toString();
        } catch (SAXException | TikaException fault) {
            if (WriteLimitReachedException.isWriteLimitReached(fault)) {
                throw new IOException("a document of more than " + longest + " characters");
            }
            throw new IOException("a document that cannot be read (" + fault.getClass().getSimpleName() + ", "
                    + document.length + " bytes)");
        }
    }

    private static Parser parser(byte[] document, String type) throws IOException {
        String plain = MediaType.parse(type) == null ? "" : String.valueOf(MediaType.parse(type).getBaseType());
        if (PDF.contains(plain) || plain.isEmpty() && startsWith(document, "%PDF")) {
            return new PDFParser();
        }
        if (RTF.contains(plain) || plain.isEmpty() && startsWith(document, "{\\rtf")) {
            return new RTFParser();
        }
        throw new IOException("a document of a type that is not read; PDF and RTF are");
    }

    private static boolean startsWith(byte[] document, String mark) {
        return document.length >= mark.length()
                && new String(document, 0, mark.length(), java.nio.charset.StandardCharsets.ISO_8859_1).equals(mark);
    }

    private static ParseContext context() {
        PDFParserConfig config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setSortByPosition(true);
        config.setExtractInlineImages(false);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        return context;
    }
}
