package dev.kefu.attacks;

import dev.kefu.plain.PlainEngine;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The engine of the starter with authorizations on, as its manual advises, Kefu's models, people, groups and rows of
 * rights, and the engine's own filter for Basic. One for all attacks, started with the first.
 */
class StockTarget extends Target {

    private static StockTarget shared;

    private final PlainEngine stock;
    private final AtomicInteger cases = new AtomicInteger();

    private StockTarget(PlainEngine stock) {
        this.stock = stock;
    }

    /** @param like the engine whose people and rights it gets */
    static synchronized StockTarget like(ProcessEngine like) {
        if (shared == null) {
            try {
                shared = new StockTarget(PlainEngine.start("jdbc:h2:mem:stock;DB_CLOSE_DELAY=-1", StockTarget::addBasic,
                        "--camunda.bpm.authorization.enabled=true", "--camunda.bpm.job-execution.enabled=false"));
                shared.employ(like);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
        return shared;
    }

    /** Whoever sends no name comes in as the starter lets them in. */
    private static void addBasic(GenericApplicationContext context) {
        context.registerBean("basic", FilterRegistrationBean.class, () -> {
            var engines = new ProcessEngineAuthenticationFilter();
            var registration = new FilterRegistrationBean<Filter>(new Filter() {

                @Override
                public void init(FilterConfig config) throws ServletException {
                    engines.init(config);
                }

                @Override
                public void doFilter(ServletRequest request, ServletResponse response,
                        FilterChain chain) throws IOException, ServletException {
                    if (((HttpServletRequest) request).getHeader("Authorization") == null) {
                        chain.doFilter(request, response);
                    } else {
                        engines.doFilter(request, response, chain);
                    }
                }
            });
            registration.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
            registration.addUrlPatterns("/engine-rest/*");
            registration.setAsyncSupported(true);
            return registration;
        });
    }

    private void employ(ProcessEngine like) {
        var people = like.getIdentityService();
        var mine = engine().getIdentityService();
        people.createGroupQuery().list().forEach(group -> {
            if (mine.createGroupQuery().groupId(group.getId()).count() == 0) {
                mine.saveGroup(mine.newGroup(group.getId()));
            }
        });
        people.createUserQuery().list().forEach(person -> {
            var user = mine.newUser(person.getId());
            user.setPassword(person.getId());
            mine.saveUser(user);
            people.createGroupQuery().groupMember(person.getId()).list()
                    .forEach(group -> mine.createMembership(person.getId(), group.getId()));
        });
        var rights = engine().getAuthorizationService();
        rights.createAuthorizationQuery().list().forEach(row -> rights.deleteAuthorization(row.getId()));
        like.getAuthorizationService().createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT).list()
                .stream().filter(row -> row.getResourceType() != Resources.FILTER.resourceType())
                .forEach(row -> {
                    var copy = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    copy.setGroupId(row.getGroupId());
                    copy.setUserId(row.getUserId());
                    copy.setResourceType(row.getResourceType());
                    copy.setResourceId(row.getResourceId());
                    ((AuthorizationEntity) copy).setPermissions(((AuthorizationEntity) row).getPermissions());
                    rights.saveAuthorization(copy);
                });
    }

    /** A right that the manual advises and Kefu does not give. */
    void grant(String group, Resource resource, Permission... permissions) {
        var rights = engine().getAuthorizationService();
        if (rights.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId("*").count() == 0) {
            var row = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(group);
            row.setResource(resource);
            row.setResourceId("*");
            row.setPermissions(permissions.length == 0 ? new Permission[] {Permissions.ALL} : permissions);
            rights.saveAuthorization(row);
        }
    }

    /** Everything with all of a kind, as those need who operate processes in Cockpit. */
    void let(String group, Resource resource) {
        var rights = engine().getAuthorizationService();
        var row = rights.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId("*").singleResult();
        if (row == null) {
            grant(group, resource);
        } else {
            row.addPermission(Permissions.ALL);
            rights.saveAuthorization(row);
        }
    }

    @Override
    int port() {
        return stock.port();
    }

    @Override
    ProcessEngine engine() {
        return stock.engine();
    }

    @Override
    Waiting returnAt(String task) {
        var caseNumber = "STOCK-" + cases.incrementAndGet();
        engine().getRuntimeService().startProcessInstanceByKey("product-return", caseNumber, startVariables());
        switch (task) {
            case "reviewReturn" -> { }
            case "completeRequest" -> complete(caseNumber, "reviewReturn", Map.of("decision", "ASK"));
            case "inspectGoods" -> broughtBack(caseNumber);
            case "approveRefund" -> toBeApproved(caseNumber);
            case "confirmPayout" -> {
                toBeApproved(caseNumber);
                complete(caseNumber, "approveRefund", Map.of("approved", true));
            }
            default -> throw new IllegalArgumentException(task);
        }
        return waiting(caseNumber, task);
    }

    private void toBeApproved(String caseNumber) {
        broughtBack(caseNumber);
        complete(caseNumber, "inspectGoods", Map.of("findings", json("""
                [{"line": 1, "accepted": 1, "refused": 0, "condition": "AS_NEW", "qualityProblem": false}]""")));
    }

    private void broughtBack(String caseNumber) {
        complete(caseNumber, "reviewReturn", Map.of("decision", "APPROVE"));
        complete(caseNumber, "arrangeReturn", Map.of("byCustomer", true));
        engine().getRuntimeService().createMessageCorrelation("return-parcel-arrived")
                .processInstanceBusinessKey(caseNumber).correlate();
    }

    private void complete(String caseNumber, String task, Map<String, Object> outputs) {
        engine().getTaskService().complete(waiting(caseNumber, task).task(), outputs);
    }

    @Override
    Map<String, Object> startVariables() {
        return Map.of("orderNumber", "SO-" + cases.get(), "reason", "DEFECTIVE", "resolution", "REFUND",
                "lines", json("[{\"line\": 1, \"quantity\": 1}]"));
    }

    private static Object json(String rows) {
        return SpinValues.jsonValue(rows).create();
    }
}
