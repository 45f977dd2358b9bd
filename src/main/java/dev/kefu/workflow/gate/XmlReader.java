package dev.kefu.workflow.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.lang.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model's XML within limits, before anything else touches it. */
final class XmlReader {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 100_000;

    private XmlReader() {
    }

    /** The file can't be read; the message says why, to a person. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            super(message);
        }
    }

    static XmlNode read(byte[] content) throws Unreadable {
        text(content);
        var tree = new Tree();
        try {
            var parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setXIncludeAware(false);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            parsers.newSAXParser().parse(new ByteArrayInputStream(content), tree);
        } catch (Limit limit) {
            throw new Unreadable(limit.getMessage());
        } catch (SAXParseException malformed) {
            throw new Unreadable(malformed.getMessage().contains("DOCTYPE")
                    ? "it has a DOCTYPE; take it out, models need none"
                    : "it is not well-formed XML: line " + malformed.getLineNumber() + ", column "
                            + malformed.getColumnNumber() + ": " + malformed.getMessage());
        } catch (SAXException | IOException unreadable) {
            throw new Unreadable("it can't be read as XML: " + unreadable.getMessage());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return tree.root;
    }

    /** The file as text, if it is text of a bearable size. */
    static String text(byte[] content) throws Unreadable {
        if (content == null || content.length == 0) {
            throw new Unreadable("it is empty");
        }
        if (content.length > LARGEST) {
            throw new Unreadable("it is larger than 2 MB; no model of ours is");
        }
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] < 9 && content[3] < 9) {
            throw new Unreadable("it is a zip archive; deploy the files in it one by one");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (text.isBlank()) {
                throw new Unreadable("it is empty");
            }
            return text;
        } catch (CharacterCodingException noText) {
            throw new Unreadable("it is not UTF-8 text; save it as UTF-8");
        }
    }

    private static final class Limit extends SAXException {

        Limit(String message) {
            super(message);
        }
    }

    private static final class Tree extends DefaultHandler {

        private XmlNode root;
        @Nullable
        private XmlNode open;
        private Locator locator;
        private int depth;
        private int elements;

        @Override
        public void setDocumentLocator(Locator given) {
            locator = given;
        }

        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes given)
                throws SAXException {
            if (++depth > DEEPEST || ++elements > MOST_ELEMENTS) {
                throw new Limit("it has too many elements or nests them too deeply (line " + locator.getLineNumber()
                        + "); no model of ours does");
            }
            var attributes = new ArrayList<XmlNode.Attribute>();
            for (int i = 0; i < given.getLength(); i++) {
                attributes.add(new XmlNode.Attribute(given.getURI(i), given.getLocalName(i), given.getValue(i)));
            }
            open = new XmlNode(uri, localName, locator.getLineNumber(), open, attributes);
            if (root == null) {
                root = open;
                var encoding = locator instanceof Locator2 more ? more.getEncoding() : null;
                if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                    throw new Limit("it says that it is written in " + encoding + "; save it as UTF-8");
                }
            }
        }

        @Override
        public void endElement(String uri, String localName, String qualifiedName) {
            depth--;
            open = open.parent().orElse(null);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            open.append(characters, start, length);
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            throw new Limit("it has a processing instruction " + target + " (line " + locator.getLineNumber()
                    + "); take it out, models need none");
        }

        /** The default prints to the error stream. */
        @Override
        public void fatalError(SAXParseException malformed) throws SAXException {
            throw malformed;
        }
    }
}
