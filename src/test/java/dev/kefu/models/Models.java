package dev.kefu.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All models of a source tree, with the names of the Java sources that they have to fit.
 *
 * <p>A file that can't be read as what it should be is left out of {@link #processes()}, {@link #decisions()} and
 * {@link #forms()}; one rule of each family complains about it, and the others need not care.
 */
public record Models(List<ModelFile> files, Set<String> sources) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads {@code processes}, {@code forms} and {@code src/main/java} below a root. */
    public static Models below(Path root) {
        var files = new ArrayList<ModelFile>();
        for (var folder : List.of("processes", "forms")) {
            for (var path : filesBelow(root.resolve(folder))) {
                files.add(new ModelFile(slashed(root.relativize(path)), read(path)));
            }
        }
        var java = root.resolve("src/main/java");
        var sources = new HashSet<String>();
        filesBelow(java).forEach(path -> sources.add(slashed(java.relativize(path))));
        return new Models(List.copyOf(files), Set.copyOf(sources));
    }

    public Models withSources(String... paths) {
        return new Models(files, Set.of(paths));
    }

    public Models with(ModelFile file) {
        return new Models(Stream.concat(files.stream(), Stream.of(file)).toList(), sources);
    }

    public Models without(String path) {
        return new Models(files.stream().filter(each -> !each.path().equals(path)).toList(), sources);
    }

    public Models changing(String path, UnaryOperator<String> text) {
        return new Models(files.stream()
            .map(each -> each.path().equals(path) ? new ModelFile(path, text.apply(each.text())) : each)
            .toList(), sources);
    }

    Stream<ModelFile> filesEndingWith(String suffix) {
        return files.stream().filter(each -> each.path().endsWith(suffix));
    }

    Stream<ProcessModel> processes() {
        return filesEndingWith(".bpmn")
            .flatMap(file -> parsed(file, each -> ProcessModel.of(each, Xml.parse(each.text()))));
    }

    Stream<DecisionModel> decisions() {
        return filesEndingWith(".dmn")
            .flatMap(file -> parsed(file, each -> DecisionModel.of(each, Xml.parse(each.text()))));
    }

    Stream<Form> forms() {
        return filesEndingWith(".form").flatMap(file -> parsed(file, each -> new Form(file, json(each))));
    }

    Stream<Template> templates() {
        return files.stream()
            .filter(each -> each.path().startsWith("processes/.camunda/element-templates/"))
            .flatMap(file -> parsed(file, each -> new Template(file, json(each))));
    }

    /**
     * For whom each user task is, by its id: groups, or an expression that finds them. Where several models have a task of
     * this id, it is for the same people in all of them.
     */
    public Map<String, String> candidateGroups() {
        return processes().flatMap(model -> model.nodes("bpmn:userTask"))
            .filter(task -> !task.get("camunda:candidateGroups").isEmpty())
            .collect(Collectors.toMap(Xml::id, task -> task.get("camunda:candidateGroups"), (one, other) -> {
                if (!one.equals(other)) {
                    throw new IllegalStateException("A task of two models is for " + one + " and for " + other);
                }
                return one;
            }));
    }

    Optional<Form> form(String id) {
        return forms().filter(each -> each.file().stem().equals(id)).findFirst();
    }

    boolean hasPackage(String name) {
        return sources.stream().anyMatch(each -> each.startsWith("dev/kefu/" + name + "/"));
    }

    /** @throws IllegalArgumentException if the text is no JSON object */
    static JsonNode json(ModelFile file) {
        try {
            var json = JSON.readTree(file.text());
            if (!json.isObject()) {
                throw new IllegalArgumentException("a JSON object is expected");
            }
            return json;
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson.getOriginalMessage(), noJson);
        }
    }

    private static <T> Stream<T> parsed(ModelFile file, Function<ModelFile, T> reader) {
        try {
            return Stream.of(reader.apply(file));
        } catch (IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }

    private static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** A form and its fields. */
    record Form(ModelFile file, JsonNode json) {
    }

    /** An element template of Modeler. */
    record Template(ModelFile file, JsonNode json) {

        /** The value that the template writes to a binding; empty if it doesn't write it. */
        String value(String bindingType, String bindingName) {
            for (var property : json.path("properties")) {
                var binding = property.path("binding");
                if (binding.path("type").asText().equals(bindingType)
                    && binding.path("name").asText().equals(bindingName)) {
                    return property.path("value").asText();
                }
            }
            return "";
        }

        boolean appliesTo(String type) {
            for (var each : json.path("appliesTo")) {
                if (each.asText().equals(type)) {
                    return true;
                }
            }
            return false;
        }
    }
}
