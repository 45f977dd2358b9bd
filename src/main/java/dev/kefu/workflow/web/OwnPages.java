package dev.kefu.workflow.web;

import java.io.IOException;
import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The pages of our own ({@code src/main/frontend}). They are one document; a script of it shows the page that the address
 * names. They hold no data: whatever they show they ask of {@code /api}.
 */
@Configuration(proxyBeanMethods = false)
class OwnPages implements WebMvcConfigurer {

    static final String ROOT = "/app";
    static final String ALL = ROOT + "/**";
    /** Scripts and styles, whose names change with what is in them. */
    static final String FILES = ROOT + "/assets/**";
    static final String ICON = ROOT + "/icon.svg";
    /** Leads on to the page of ours that somebody wanted. */
    static final String LOGIN = ROOT + "/login";

    private static final String FOLDER = "classpath:/META-INF/resources/app/";
    private static final String DOCUMENT = "index.html";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController(ROOT).setViewName("forward:" + ROOT + "/" + DOCUMENT);
        registry.addViewController(ROOT + "/").setViewName("forward:" + ROOT + "/" + DOCUMENT);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FILES)
                .addResourceLocations(FOLDER + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
        registry.addResourceHandler(ALL)
                .addResourceLocations(FOLDER)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new OrTheDocument());
    }

    /** Whatever is no file is the address of a page. */
    private static final class OrTheDocument extends PathResourceResolver {

        @Override
        protected Resource getResource(String path, Resource folder) throws IOException {
            var file = super.getResource(path, folder);
            return file == null ? super.getResource(DOCUMENT, folder) : file;
        }
    }
}
