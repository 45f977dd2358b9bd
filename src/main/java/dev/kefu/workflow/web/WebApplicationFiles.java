package dev.kefu.workflow.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Words and styles of the web applications, as far as they are ours. Chinese is a file of our own beside theirs; of their
 * English a few sentences speak for their maker instead of for the house, and are said here as
 * {@code english-words.json} has them. Browsers ask each time whether a file is still the same: left alone they guess, and
 * show the words and colours of the last release.
 *
 * <p>The version is the last one of its kind, so the English is fixed; should a sentence ever be missing, the house does
 * not start.
 */
@Configuration(proxyBeanMethods = false)
class WebApplicationFiles implements WebMvcConfigurer {

    static final List<String> APPLICATIONS = List.of("tasklist", "cockpit", "admin", "welcome");

    private static final String FOLDER = "META-INF/resources/webjars/camunda/app/";
    private static final String OURS = "dev/kefu/workflow/web/english-words.json";
    private static final String LABELS = "labels";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> ours;

    WebApplicationFiles() throws IOException {
        this.ours = JSON.readValue(new ClassPathResource(OURS).getContentAsByteArray(), new TypeReference<>() { });
    }

    /** Patterns that are longer than the web applications' own, so that they go first. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var application : APPLICATIONS) {
            var english = english(application);
            own(registry, application, "locales/", "zh*.json");
            own(registry, application, "styles/", "user-styles*.css");
            own(registry, application, "locales/", "en*.json").resourceChain(true)
                    .addTransformer((request, resource, chain) -> new TransformedResource(resource, english));
        }
    }

    private static ResourceHandlerRegistration own(ResourceHandlerRegistry registry, String application, String folder,
            String files) {
        return registry.addResourceHandler("/camunda/app/" + application + "/" + folder + files)
                .addResourceLocations("classpath:" + FOLDER + application + "/" + folder)
                .setCacheControl(CacheControl.noCache());
    }

    /** The English words of an application, with ours in the place of theirs. */
    byte[] english(String application) {
        try {
            var theirs = new ClassPathResource(FOLDER + application + "/locales/en.json").getContentAsString(StandardCharsets.UTF_8);
            var words = JSON.readTree(theirs.replace("\uFEFF", ""));
            var labels = (ObjectNode) words.get(LABELS);
            ours.forEach((key, text) -> {
                if (!labels.has(key)) {
                    throw new IllegalStateException("The English of " + application + " is not the one that is reworded here: "
                            + key);
                }
                labels.put(key, text);
            });
            return JSON.writeValueAsBytes(words);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The English of " + application + " can't be read.", unreadable);
        }
    }
}
