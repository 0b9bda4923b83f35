package org.imaginghaven.nlp.clean;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

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
        BoundedText text = new BoundedText(longest);
        Parser parser = parser(document, type);
        try {
            byte[] whole = parser instanceof RTFParser ? closed(document) : document;
            parser.parse(new ByteArrayInputStream(whole), new BodyContentHandler(text), metadata,
                    context());
        } catch (IOException | SAXException | TikaException fault) {
            // what a library says may quote the document
            throw new IOException("a document that cannot be read (" + fault.getClass().getSimpleName() + ", "
                    + document.length + " bytes)");
        }
        if (text.tooLong) {
            throw new IOException("a document of more than " + longest + " characters");
        }
        return text.text.toString();
    }

    /** Tika leaves out a last paragraph that is not ended, so it is ended here: nothing may stay unread. */
    private static byte[] closed(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf('}');
        return end < 0
                ? document
                : (text.substring(0, end) + "\\par " + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Keeps a number of characters and remembers that there were more; parsers may swallow what a handler throws. */
    private static final class BoundedText extends DefaultHandler {
        private final int longest;
        private final StringBuilder text = new StringBuilder();
        private boolean tooLong;

        BoundedText(int longest) {
            this.longest = longest;
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            int room = Math.min(length, longest - text.length());
            text.append(characters, start, room);
            tooLong |= room < length;
        }

        @Override
        public void ignorableWhitespace(char[] characters, int start, int length) {
            characters(characters, start, length);
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
                && new String(document, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
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
