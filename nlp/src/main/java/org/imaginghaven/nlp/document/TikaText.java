package org.imaginghaven.nlp.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a parser of Tika makes of a document: its text, the addresses its links lead to, and the files inside it. */
final class TikaText extends DefaultHandler implements EmbeddedDocumentExtractor {

    private static final int MOST_ATTACHED_BYTES = 64 << 20;

    /** A file inside the document. */
    private record Attached(byte[] bytes, String type) {
    }

    private final Gathering gathering;
    private final StringBuilder text = new StringBuilder();
    private final List<String> links = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Attached> attached = new ArrayList<>();
    private int attachedBytes;
    private boolean tooLong;

    private TikaText(Gathering gathering) {
        this.gathering = gathering;
    }

    /** Returns the text, which was taken in. */
    static String read(Parser parser, byte[] document, ParseContext context, Gathering gathering)
            throws IOException, SAXException, TikaException {
        TikaText into = new TikaText(gathering);
        context.set(EmbeddedDocumentExtractor.class, into);
        parser.parse(new ByteArrayInputStream(document), new BodyContentHandler(into), new Metadata(), context);
        if (into.tooLong) {
            throw gathering.tooLong();
        }
        gathering.add(DocumentContent.TEXT, into.text.toString());
        for (String link : into.links) {
            gathering.add("link", link);
        }
        for (String name : into.names) {
            gathering.add("attachment", name);
        }
        for (Attached file : into.attached) {
            gathering.attached(file.bytes(), file.type());
        }
        return into.text.toString();
    }

    /** Keeps a number of characters and remembers that there were more; parsers may swallow what a handler throws. */
    @Override
    public void characters(char[] characters, int start, int length) {
        int room = Math.min(length, gathering.room() - text.length());
        text.append(characters, start, room);
        tooLong |= room < length;
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        String link = attributes.getValue("href");
        if (link != null && links.size() < 10_000) {
            links.add(link);
        }
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return true;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html)
            throws IOException {
        // a picture has no name of its own: the parser makes one up
        String name = Optional.ofNullable(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY)).orElse("");
        if (!name.matches("file_\\d+\\.\\w+")) {
            names.add(name);
        }
        byte[] bytes = stream.readNBytes(MOST_ATTACHED_BYTES - attachedBytes);
        attachedBytes += bytes.length;
        if (stream.read() >= 0) {
            gathering.unread("more files in a document than are read");
            return;
        }
        String type = Optional.ofNullable(metadata.get("pdf:embeddedFileSubtype"))
                .or(() -> Optional.ofNullable(metadata.get(HttpHeaders.CONTENT_TYPE))).orElse("");
        attached.add(new Attached(bytes, type));
    }
}
