package org.imaginghaven.nlp.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * An XML document, such as a clinical document of HL7 (CDA R2): the narrative as a text, people, places and times of a CDA by what
 * they are, and everything else as lines that say its element's name before it.
 */
final class XmlDocument {

    private static final Set<String> INLINE = Set.of("content", "sub", "sup", "linkHtml", "renderMultiMedia",
            "footnote", "footnoteRef");
    /** Attributes that point to the standard's own vocabulary, and the form such a pointer has. */
    private static final Set<String> CODED = Set.of("root", "code", "codeSystem", "codeSystemVersion", "classCode",
            "moodCode", "typeCode", "contextControlCode", "determinerCode", "inversionInd", "use", "unit",
            "nullFlavor", "mediaType", "representation", "schemaLocation", "type", "ID", "styleCode", "about");
    private static final String POINTER = "[\\p{Alnum}._:#-]{0,64}";

    private final Gathering gathering;
    private final String place;
    private final List<String> path = new ArrayList<>();
    private final StringBuilder narrative = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder own = new StringBuilder();
    private boolean clinical;
    /** Depth of the element whose whole content is told as one: a narrative, a name, an address, an encoded file. */
    private int whole = -1;
    private @Nullable String encoded;

    XmlDocument(Gathering gathering) {
        this(gathering, DocumentContent.TEXT);
    }

    XmlDocument(Gathering gathering, String place) {
        this.gathering = gathering;
        this.place = place;
    }

    /** @throws IOException when it is broken, or has declarations of its own, which could hold anything */
    void read(byte[] document) throws IOException {
        int length = document.length;
        // an odd length is made even with a NUL (PS3.5 6.2)
        while (length > 0 && document[length - 1] == 0) {
            length--;
        }
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document, 0, length));
            while (reader.hasNext()) {
                event(reader, reader.next());
            }
        } catch (XMLStreamException fault) {
            throw DocumentReader.broken(fault, document);
        }
        gathering.add(DocumentContent.TEXT, narrative.toString());
        gathering.add(clinical ? "element" : place, lines.toString());
    }

    private void event(XMLStreamReader reader, int event) throws IOException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                own.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            case XMLStreamConstants.COMMENT -> gathering.add("comment", String.valueOf(reader.getText()));
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                gathering.add("comment", String.valueOf(reader.getPIData()).replace("null", ""));
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableException("an XML document with declarations of its own, which are not read");
            default -> {
                // start and end of the document
            }
        }
        if ((long) own.length() + lines.length() + narrative.length() > gathering.room() && encoded == null) {
            throw gathering.tooLong();
        }
    }

    private void start(XMLStreamReader reader) throws IOException {
        String name = reader.getLocalName();
        if (path.isEmpty()) {
            clinical = name.equals("ClinicalDocument");
        }
        if (whole < 0) {
            line();
            path.add(name);
            whole = clinical && ClinicalElements.isWhole(path) ? path.size() : -1;
        } else {
            apart(name);
            path.add(name);
        }
        if ("B64".equals(reader.getAttributeValue(null, "representation"))) {
            String type = reader.getAttributeValue(null, "mediaType");
            if (whole < 0 || whole == path.size()) {
                encoded = type == null ? "" : type;
                whole = path.size();
            }
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    private void attribute(String name, String value) throws IOException {
        if (value.isBlank()) {
            return;
        }
        ClinicalElements.Meaning meaning = clinical ? ClinicalElements.ofAttribute(path, name, value) : null;
        if (meaning != null) {
            gathering.add(meaning.place(), meaning.text(), meaning.kind());
        } else if (!(clinical && CODED.contains(name) && value.matches(POINTER))) {
            lines.append(words(name)).append(": ").append(value).append('\n');
        }
    }

    private void end() throws IOException {
        String name = path.getLast();
        if (whole < 0) {
            line();
        } else if (path.size() == whole) {
            told(own.toString());
            own.setLength(0);
            whole = -1;
        } else {
            apart(name);
        }
        path.removeLast();
    }

    /** Elements of a whole are words apart, in a narrative lines. */
    private void apart(String name) {
        boolean begun = !own.isEmpty() && !Character.isWhitespace(own.charAt(own.length() - 1));
        if (begun && !INLINE.contains(name)) {
            own.append(isNarrative() ? '\n' : ' ');
        }
    }

    private boolean isNarrative() {
        return whole > 0 && Set.of("text", "title").contains(path.get(whole - 1));
    }

    private void told(String content) throws IOException {
        String type = encoded;
        encoded = null;
        if (type != null) {
            try {
                gathering.attached(Base64.getMimeDecoder().decode(content), type);
            } catch (IllegalArgumentException broken) {
                gathering.unread("a file inside the document that cannot be read");
            }
            return;
        }
        if (isNarrative()) {
            narrative.append(content.strip()).append("\n\n");
            return;
        }
        String text = content.strip().replaceAll("\\s+", " ");
        ClinicalElements.Meaning meaning = ClinicalElements.ofElement(path, text);
        if (meaning == null) {
            lines.append(words(path.getLast())).append(": ").append(text).append('\n');
        } else if (!text.isEmpty()) {
            gathering.add(meaning.place(), meaning.text(), meaning.kind());
        }
    }

    /** What stands directly in an element. */
    private void line() {
        String text = own.toString().strip();
        own.setLength(0);
        if (!text.isEmpty()) {
            lines.append(words(path.getLast())).append(": ").append(text).append('\n');
        }
    }

    /** {@code patientName} as {@code patient name}, so that it is a label like another. */
    private static String words(String name) {
        return name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|[_.-]", " ").toLowerCase(Locale.ROOT);
    }
}
