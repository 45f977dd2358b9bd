package dev.kefu.workflow.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Mends one line of Tasklist. Its form calls itself invalid for good once a row of a dynamic list was touched, because an
 * empty list of errors for the row counts as an error. Here only errors count that say something.
 *
 * <p>The version is the last one of its kind, so the text is fixed; should it ever differ, the house does not start.
 */
@Configuration(proxyBeanMethods = false)
class TasklistScript implements WebMvcConfigurer {

    static final String FOLDER = "META-INF/resources/webjars/camunda/app/tasklist/";
    static final String NAME = "camunda-tasklist-bootstrap.js";
    static final String SHALLOW = "!!Object.keys(e.errors).length";
    static final String DEEP = "function says(it){return Array.isArray(it)?it.some(says)"
            + ":it&&\"object\"==typeof it?Object.keys(it).some(function(key){return says(it[key])}):!!it}(e.errors)";

    private final byte[] mended;

    TasklistScript() throws IOException {
        this.mended = mend(new ClassPathResource(FOLDER + NAME).getContentAsString(StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    static String mend(String script) {
        var first = script.indexOf(SHALLOW);
        if (first < 0 || script.indexOf(SHALLOW, first + 1) >= 0) {
            throw new IllegalStateException("Tasklist's script is not the one that is mended here: " + NAME);
        }
        return script.replace(SHALLOW, DEEP);
    }

    /** A pattern that is longer than the web applications' own, so that it goes first; it fits this one file. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/camunda/app/tasklist/camunda-tasklist-bootstrap*.js")
                .addResourceLocations("classpath:" + FOLDER)
                .resourceChain(true)
                .addTransformer((request, resource, chain) -> new TransformedResource(resource, mended));
    }
}
