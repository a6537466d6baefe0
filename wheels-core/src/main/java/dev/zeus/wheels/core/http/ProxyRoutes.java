// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Which way a request goes: through the user's proxy for its scheme, or straight; without such proxies, as the JVM's
 * own properties say.
 */
final class ProxyRoutes {
    private final Map<String, HttpProxy> proxies;

    ProxyRoutes(Map<String, HttpProxy> proxies) {
        this.proxies = proxies;
    }

    HttpRoutePlanner planner() {
        if (proxies.isEmpty()) {
            return new SystemDefaultRoutePlanner(null, ProxySelector.getDefault());
        }
        return new DefaultRoutePlanner(null) {
            @Override
            protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
                return proxy(target.getSchemeName(), target.getHostName())
                        .map(proxy -> new HttpHost("http", proxy.host(), proxy.port()))
                        .orElse(null);
            }
        };
    }

    private Optional<HttpProxy> proxy(String scheme, String host) {
        return Optional.ofNullable(proxies.get(scheme)).filter(proxy -> proxy.serves(host));
    }

    /** What an address is reached through, for a message; empty where nothing is between. */
    Optional<String> between(URI uri) {
        if (!proxies.isEmpty()) {
            Origin origin = Origin.of(uri);
            return proxy(origin.scheme(), origin.host())
                    .map(proxy -> "the proxy \"" + proxy.id() + "\" (" + proxy.host() + ":" + proxy.port() + ")");
        }
        return ProxySelector.getDefault().select(uri).stream()
                .filter(each -> each.type() == Proxy.Type.HTTP)
                .findFirst()
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .map(address -> "the JVM's own proxy (" + address.getHostString() + ":" + address.getPort() + ")");
    }

    /** The logins of the proxies, each for its proxy alone. */
    CredentialsProvider logins() {
        return (scope, context) -> proxies.values().stream()
                .filter(proxy -> proxy.host().equalsIgnoreCase(scope.getHost()) && proxy.port() == scope.getPort())
                .findFirst()
                .flatMap(proxy -> proxy.login().get())
                .map(login -> new UsernamePasswordCredentials(
                        login.username(), login.password().toCharArray()))
                .orElse(null);
    }
}
