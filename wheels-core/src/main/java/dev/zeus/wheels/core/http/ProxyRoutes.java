package dev.zeus.wheels.core.http;

import java.net.ProxySelector;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Which way a request goes: through the user's proxy for its scheme, or straight. */
final class ProxyRoutes {
    private ProxyRoutes() {}

    /** The routes of the proxies; without any, those of the JVM's own properties. */
    static HttpRoutePlanner planner(Map<String, HttpProxy> proxies) {
        if (proxies.isEmpty()) {
            return new SystemDefaultRoutePlanner(null, ProxySelector.getDefault());
        }
        return new DefaultRoutePlanner(null) {
            @Override
            protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
                return Optional.ofNullable(proxies.get(target.getSchemeName()))
                        .filter(proxy -> proxy.serves(target.getHostName()))
                        .map(proxy -> new HttpHost("http", proxy.host(), proxy.port()))
                        .orElse(null);
            }
        };
    }

    /** The logins of the proxies, each for its proxy alone. */
    static CredentialsProvider logins(Map<String, HttpProxy> proxies) {
        BasicCredentialsProvider logins = new BasicCredentialsProvider();
        proxies.values()
                .forEach(proxy -> proxy.login()
                        .ifPresent(login -> logins.setCredentials(
                                new AuthScope(proxy.host(), proxy.port()),
                                new UsernamePasswordCredentials(
                                        login.username(), login.password().toCharArray()))));
        return logins;
    }
}
