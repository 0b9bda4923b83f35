package org.imaginghaven.nlp.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.imaginghaven.nlp.FindingKind;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * A PDF: the text of its pages and the files inside it through Tika, and then every string of its objects, since properties, notes,
 * fields, bookmarks, names of files and descriptions of pictures are nothing else (ISO 32000-1, 7.3.4, 12 and 14).
 */
final class PdfDocument {

    private static final Map<String, String> PROPERTIES = Map.of("Title", "title", "Author", "author", "Subject",
            "subject", "Keywords", "keywords", "Creator", "creator", "Producer", "producer", "CreationDate", "date",
            "ModDate", "date");
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(Map.entry("Title", "bookmark"),
            Map.entry("Names", "bookmark"), Map.entry("Contents", "annotation"), Map.entry("Subj", "annotation"),
            Map.entry("RC", "annotation"), Map.entry("NM", "annotation"), Map.entry("V", "field"),
            Map.entry("DV", "field"), Map.entry("RV", "field"), Map.entry("TU", "field"), Map.entry("TM", "field"),
            Map.entry("Opt", "field"), Map.entry("F", "attachment"), Map.entry("UF", "attachment"),
            Map.entry("Desc", "attachment"), Map.entry("URI", "link"), Map.entry("Alt", "alternative"),
            Map.entry("ActualText", "alternative"), Map.entry("E", "alternative"), Map.entry("JS", "script"));
    /** What is no text by its meaning: hashes, keys, signatures, font data. */
    private static final Set<String> BINARY = Set.of("ID", "CheckSum", "O", "U", "OE", "UE", "Perms", "Panose",
            "Cert", "DigestValue", "CharSet");
    /** Streams that are text when they stand here. */
    private static final Set<String> TEXT_STREAMS = Set.of("V", "DV", "RV", "RC", "JS");
    private static final int DEEPEST = 64;
    private static final int MOST_STREAM = 8 << 20;

    private final Gathering gathering;
    private final Set<String> said = new HashSet<>();
    private @Nullable COSDictionary info;

    private PdfDocument(Gathering gathering) {
        this.gathering = gathering;
    }

    static void read(byte[] document, Gathering gathering) throws IOException {
        try {
            TikaText.read(new PDFParser(), document, context(), gathering);
        } catch (SAXException | TikaException fault) {
            throw DocumentReader.broken(fault, document);
        }
        try (PDDocument pdf = Loader.loadPDF(document)) {
            new PdfDocument(gathering).objects(pdf.getDocument());
        }
    }

    /** Notes, fields and bookmarks are read as objects, each at its own place. */
    private static ParseContext context() {
        PDFParserConfig config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setSortByPosition(true);
        config.setExtractInlineImages(false);
        config.setExtractAnnotationText(false);
        config.setExtractAcroFormContent(false);
        config.setExtractBookmarksText(false);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        return context;
    }

    private void objects(COSDocument document) throws IOException {
        info = document.getTrailer().getCOSDictionary(COSName.INFO);
        if (info != null) {
            properties(info);
        }
        for (COSObjectKey key : new ArrayList<>(document.getXrefTable().keySet())) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (object != null) {
                walk(object, "", 0);
            }
        }
    }

    private void properties(COSDictionary properties) throws IOException {
        for (COSName key : properties.keySet()) {
            if (properties.getDictionaryObject(key) instanceof COSString string) {
                String place = PROPERTIES.get(key.getName());
                property(place, place == null ? key.getName() + ": " + text(string) : text(string));
            }
        }
    }

    private void property(@Nullable String place, String text) throws IOException {
        if ("author".equals(place) && !text.isBlank()) {
            gathering.add(place, text, FindingKind.STAFF_NAME);
        } else if ("date".equals(place) && !text.isBlank()) {
            gathering.add(place, text, FindingKind.DATE);
        } else {
            gathering.add(place == null ? "property" : place, text);
        }
    }

    private void walk(COSBase object, String key, int depth) throws IOException {
        if (depth > DEEPEST || object == info) {
            return;
        }
        switch (object) {
            case COSString string -> string(string, key, null);
            case COSArray array -> {
                boolean palette = array.size() > 0 && array.get(0) instanceof COSName name
                        && (name.equals(COSName.INDEXED) || name.equals(COSName.I));
                for (int i = 0; !palette && i < array.size(); i++) {
                    direct(array.get(i), key, null, depth);
                }
            }
            case COSDictionary dictionary -> dictionary(dictionary, depth);
            default -> {
                // numbers and names of the format
            }
        }
    }

    private void dictionary(COSDictionary dictionary, int depth) throws IOException {
        if (dictionary instanceof COSStream stream && COSName.METADATA.equals(dictionary.getItem(COSName.TYPE))) {
            xml(List.of(stream), "property");
        }
        boolean signature = dictionary.containsKey(COSName.BYTERANGE) || dictionary.containsKey(COSName.FILTER)
                && dictionary.containsKey(COSName.O) && dictionary.containsKey(COSName.U);
        for (COSName key : dictionary.keySet()) {
            String name = key.getName();
            if (name.equals("XFA")) {
                xml(streams(dictionary.getDictionaryObject(key)), "field");
            }
            boolean binary = BINARY.contains(name) || signature && name.equals("Contents");
            if (!binary && TEXT_STREAMS.contains(name)
                    && dictionary.getDictionaryObject(key) instanceof COSStream stream) {
                once(ELSEWHERE.getOrDefault(name, "property"), PlainText.read(bytes(stream)));
            } else if (!binary) {
                direct(dictionary.getItem(key), name, dictionary, depth);
            }
        }
    }

    /** What is only referred to is an object of its own and comes by itself. */
    private void direct(@Nullable COSBase item, String key, @Nullable COSDictionary owner, int depth)
            throws IOException {
        if (item instanceof COSString string) {
            string(string, key, owner);
        } else if (item instanceof COSArray || item instanceof COSDictionary) {
            walk(item, key, depth + 1);
        }
    }

    private void string(COSString string, String key, @Nullable COSDictionary owner) throws IOException {
        String place = ELSEWHERE.getOrDefault(key, "property");
        if (key.equals("T") && owner != null) {
            // the name of a field, or of who wrote a note
            place = owner.containsKey(COSName.RECT) && !owner.containsKey(COSName.FT) ? "annotation" : "field";
        }
        once(place, text(string));
    }

    private void once(String place, String text) throws IOException {
        if (text.length() > 1 && said.add(place + " " + text)) {
            gathering.add(place, text);
        }
    }

    private static String text(COSString string) {
        return string.getString().replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", " ");
    }

    private static List<COSStream> streams(@Nullable COSBase form) {
        List<COSStream> streams = new ArrayList<>();
        if (form instanceof COSStream stream) {
            streams.add(stream);
        } else if (form instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSStream stream) {
                    streams.add(stream);
                }
            }
        }
        return streams;
    }

    private void xml(List<COSStream> streams, String place) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (COSStream stream : streams) {
            all.write(bytes(stream));
        }
        if (all.size() == 0) {
            return;
        }
        try {
            new XmlDocument(gathering, place).read(all.toByteArray());
        } catch (UnreadableException fault) {
            if (gathering.room() == 0) {
                throw fault;
            }
            gathering.unread("properties or a form of a document that cannot be read");
        }
    }

    private static byte[] bytes(COSStream stream) throws IOException {
        try (InputStream in = stream.createInputStream()) {
            byte[] bytes = in.readNBytes(MOST_STREAM);
            if (in.read() >= 0) {
                throw new UnreadableException("a document with properties that are too long to read");
            }
            return bytes;
        }
    }
}
