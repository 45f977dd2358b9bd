package dev.kefu.workflow.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.context.annotation.Configuration;

/** The first words of {@code /api/docs}. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(info = @Info(title = "Kefu", version = "1", description = """
        The cases and orders of the customer-service department. Log in as in Tasklist, by Basic, or be logged in there: \
        the same accounts and groups decide what you may do. What a rule refuses is a 422 that names the field and the \
        rule."""))
class ApiDescription {
}
