package dev.kefu.workflow.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** An element of a model as the engine's parser sees it: its text is what stands in it directly, comments taken out. */
class XmlNode {

    private final String namespace;
    private final String name;
    private final int line;
    @Nullable
    private final XmlNode parent;
    private final List<Attribute> attributes;
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlNode(String namespace, String name, int line, @Nullable XmlNode parent, List<Attribute> attributes) {
        this.namespace = namespace;
        this.name = name;
        this.line = line;
        this.parent = parent;
        this.attributes = attributes;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    record Attribute(String namespace, String name, String value) {
    }

    void append(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    boolean is(String... names) {
        return Stream.of(names).anyMatch(name::equals);
    }

    String text() {
        return text.toString();
    }

    Optional<XmlNode> parent() {
        return Optional.ofNullable(parent);
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /** The attribute of the model's own vocabulary, which has no namespace. */
    Optional<String> attribute(String wanted) {
        return attribute("", wanted);
    }

    Optional<String> attribute(String inNamespace, String wanted) {
        return attributes.stream()
                .filter(each -> each.namespace().equals(inNamespace) && each.name().equals(wanted))
                .map(Attribute::value)
                .findFirst();
    }

    Stream<XmlNode> children() {
        return children.stream();
    }

    Stream<XmlNode> children(String wanted) {
        return children.stream().filter(each -> each.is(wanted));
    }

    /** This and everything inside it. */
    Stream<XmlNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlNode::all));
    }

    /** Its own id, or that of the nearest element around it. */
    String nearestId() {
        return named().flatMap(each -> each.attribute("id")).orElse("");
    }

    /** "service task 'Check card' (checkCard), line 12". */
    String place() {
        var around = named().orElse(this);
        var title = around.attribute("name").filter(each -> !each.isBlank())
                .map(each -> " '" + ExpressionReader.shortened(each) + "'").orElse("");
        var id = around.attribute("id").map(each -> " (" + ExpressionReader.shortened(each) + ")").orElse("");
        var whole = around.kind() + title + id;
        return around == this ? whole + ", line " + line : kind() + " of " + whole + ", line " + line;
    }

    private Optional<XmlNode> named() {
        return Stream.iterate(Optional.of(this), Optional::isPresent, each -> each.get().parent())
                .map(Optional::get)
                .filter(each -> each.attribute("id").isPresent() && !each.namespace.equals(XmlReader.CAMUNDA))
                .findFirst();
    }

    private String kind() {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).strip();
    }
}
