package dev.kefu.models;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** An XML element whose name and attributes are asked for with the usual prefixes, whatever prefixes the file uses. */
record Xml(Element element) {

    private static final Map<String, String> PREFIXES = Map.of(
        "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn",
        "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
        "http://www.omg.org/spec/DD/20100524/DC", "dc",
        "http://www.omg.org/spec/DD/20100524/DI", "di",
        "http://camunda.org/schema/1.0/bpmn", "camunda",
        "http://camunda.org/schema/1.0/dmn", "camunda",
        "http://camunda.org/schema/modeler/1.0", "modeler",
        "https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn",
        "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi");

    /** @throws IllegalArgumentException if the text is no XML */
    static Xml parse(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new Xml(builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (Exception noXml) {
            throw new IllegalArgumentException(noXml.getMessage(), noXml);
        }
    }

    String name() {
        return prefixed(element);
    }

    boolean is(String... names) {
        return Arrays.asList(names).contains(name());
    }

    String id() {
        return get("id");
    }

    /** The attribute's value; empty if there is none. */
    String get(String attribute) {
        return attributes()
            .filter(each -> prefixed(each).equals(attribute))
            .map(Node::getNodeValue)
            .findFirst()
            .orElse("");
    }

    boolean has(String attribute) {
        return attributes().anyMatch(each -> prefixed(each).equals(attribute));
    }

    double number(String attribute) {
        return has(attribute) ? Double.parseDouble(get(attribute)) : 0;
    }

    String text() {
        return element.getTextContent().strip();
    }

    Xml parent() {
        return new Xml((Element) element.getParentNode());
    }

    Stream<Xml> children(String... names) {
        return elements(element.getChildNodes()).filter(each -> each.is(names));
    }

    Stream<Xml> children() {
        return elements(element.getChildNodes());
    }

    /** Everything inside that has one of these names, at any depth. */
    Stream<Xml> all(String... names) {
        return all().filter(each -> each.is(names));
    }

    Stream<Xml> all() {
        return elements(element.getElementsByTagName("*"));
    }

    private Stream<Node> attributes() {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(attributes::item);
    }

    private static Stream<Xml> elements(NodeList nodes) {
        List<Xml> elements = IntStream.range(0, nodes.getLength())
            .mapToObj(nodes::item)
            .filter(Element.class::isInstance)
            .map(each -> new Xml((Element) each))
            .toList();
        return elements.stream();
    }

    private static String prefixed(Node node) {
        var namespace = node.getNamespaceURI();
        var prefix = namespace == null ? null : PREFIXES.get(namespace);
        var local = node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
        return prefix == null ? local : prefix + ":" + local;
    }
}
