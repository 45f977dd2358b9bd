package dev.kefu.workflow.words;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.lang.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * The words of a process model or a decision table: what people see of it in a diagram or table. Ids, the names of messages
 * and errors, and everything that is calculated stay. An element of a process may bring its label in another language by
 * the extension properties {@code label.zh} and {@code label.en}.
 */
public final class ModelWords {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DMN = "https://www.omg.org/spec/DMN/";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** Names of these are not for people: code and other systems know them. */
    private static final Set<String> TECHNICAL = Set.of("message", "error", "signal", "escalation", "resource", "interface",
            "operation", "output", "itemDefinition", "property", "inputData");
    private static final Set<String> TEXTS = Set.of("documentation", "description");
    /** A cell that is a sentence and nothing else; one word alone is a code. */
    private static final Pattern SENTENCE = Pattern.compile("\\s*+\"([^\"\\\\]*+)\"\\s*+");

    private ModelWords() {
    }

    /**
     * The model with its words as they are read; it may be laid out otherwise.
     *
     * @throws IllegalArgumentException if it is no XML
     */
    public static String translated(String xml, Wording wording) {
        var model = read(xml);
        eachElement(model, element -> translate(element, wording));
        return written(model);
    }

    /** The second labels of a process model: by element, and for each by language. */
    public static Map<String, Map<String, String>> ownLabels(String xml) {
        var labels = new LinkedHashMap<String, Map<String, String>>();
        eachElement(read(xml), element -> {
            var own = new LinkedHashMap<String, String>();
            for (var language : List.of("zh", "en")) {
                property(element, "label." + language).ifPresent(label -> own.put(language, label));
            }
            if (!own.isEmpty() && element.hasAttribute("id")) {
                labels.put(element.getAttribute("id"), Map.copyOf(own));
            }
        });
        return Map.copyOf(labels);
    }

    private static void translate(Element element, Wording wording) {
        var isDecision = namespace(element).startsWith(DMN);
        if (!isDecision && !namespace(element).equals(BPMN)) {
            return;
        }
        var own = wording.own("label", property -> property(element, property));
        for (var name : List.of("name", "label")) {
            var label = element.getAttributeNode(name);
            if (label != null && !(name.equals("name") && TECHNICAL.contains(element.getLocalName()))) {
                set(label, wording, own);
            }
        }
        if (TEXTS.contains(element.getLocalName()) || isAnnotation(element)) {
            element.setTextContent(wording.of(element.getTextContent(), null));
        } else if (isDecision && isCell(element)) {
            var sentence = SENTENCE.matcher(element.getTextContent());
            if (sentence.matches() && sentence.group(1).strip().indexOf(' ') > 0) {
                element.setTextContent('"' + wording.of(sentence.group(1), null).replace("\"", "'") + '"');
            }
        }
    }

    private static void set(Attr label, Wording wording, @Nullable String own) {
        label.setValue(wording.of(label.getValue(), own));
    }

    private static boolean isAnnotation(Element element) {
        return element.getLocalName().equals("text") && element.getParentNode().getLocalName().equals("textAnnotation");
    }

    private static boolean isCell(Element element) {
        return element.getLocalName().equals("text") && element.getParentNode().getLocalName().equals("outputEntry");
    }

    /** An extension property of the element itself. */
    private static Optional<String> property(Element element, String name) {
        return children(element, "extensionElements").stream()
                .flatMap(each -> children(each, "properties").stream())
                .flatMap(each -> children(each, "property").stream())
                .filter(each -> CAMUNDA.equals(each.getNamespaceURI()) && name.equals(each.getAttribute("name")))
                .map(each -> each.getAttribute("value")).filter(label -> !label.isBlank()).findFirst();
    }

    private static List<Element> children(Node parent, String name) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    private static String namespace(Element element) {
        return element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
    }

    private static void eachElement(Document model, Consumer<Element> work) {
        var elements = model.getElementsByTagNameNS("*", "*");
        for (var i = 0; i < elements.getLength(); i++) {
            work.accept((Element) elements.item(i));
        }
    }

    private static Document read(String xml) {
        try {
            var parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = parsers.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser.parse(new InputSource(new StringReader(xml)));
        } catch (Exception unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static String written(Document model) {
        try {
            var writer = new StringWriter();
            var transformers = TransformerFactory.newInstance();
            transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var transformer = transformers.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.transform(new DOMSource(model), new StreamResult(writer));
            return writer.toString();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
