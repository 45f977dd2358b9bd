package dev.kefu.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every page of the web applications its own nonce. Theirs lies in the servlet context, where the next request
 * overwrites it before the page is written; the page's scripts are then blocked and it stays blank.
 */
class NoncePerRequest extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = withOwnNonce(request.getServletContext());
        chain.doFilter(new HttpServletRequestWrapper(request) {

            @Override
            public ServletContext getServletContext() {
                return context;
            }
        }, response);
    }

    private static ServletContext withOwnNonce(ServletContext shared) {
        var nonce = new AtomicReference<Object>();
        return (ServletContext) Proxy.newProxyInstance(NoncePerRequest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> {
                    var isNonce = arguments != null && arguments.length > 0 && NONCE.equals(arguments[0]);
                    if (isNonce && method.getName().equals("setAttribute")) {
                        nonce.set(arguments[1]);
                        return null;
                    }
                    if (isNonce && method.getName().equals("getAttribute")) {
                        return nonce.get();
                    }
                    try {
                        return method.invoke(shared, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
