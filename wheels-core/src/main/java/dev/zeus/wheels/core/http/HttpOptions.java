// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the client behaves.
 *
 * @param offline whether only the cache may answer
 * @param settings tries, deadlines and limits
 * @param credentials what to send where
 * @param proxies the proxies, by the scheme of the address; the JVM's own proxy properties apply to other schemes
 * @param trustedHosts the hosts of the declared sources; only they may be this machine
 * @param plainHosts those of them that are declared with plain http; no other host is asked without TLS
 */
public record HttpOptions(
        boolean offline,
        HttpSettings settings,
        List<Credentials> credentials,
        Map<String, HttpProxy> proxies,
        Set<String> trustedHosts,
        Set<String> plainHosts) {
    /** The default settings, online, no credentials, the JVM's own proxies. */
    public static final HttpOptions DEFAULTS =
            new HttpOptions(false, HttpSettings.DEFAULTS, List.of(), Map.of(), Set.of(), Set.of());

    public HttpOptions {
        credentials = List.copyOf(credentials);
        proxies = Map.copyOf(proxies);
        trustedHosts = Set.copyOf(trustedHosts);
        plainHosts = Set.copyOf(plainHosts);
    }

    /** How many connections one host is asked for at most. */
    public int connections() {
        return settings.count(HttpSetting.CONNECTIONS);
    }

    /** These options, offline or not. */
    public HttpOptions withOffline(boolean value) {
        return new HttpOptions(value, settings, credentials, proxies, trustedHosts, plainHosts);
    }

    /** These options with other settings. */
    public HttpOptions withSettings(HttpSettings value) {
        return new HttpOptions(offline, value, credentials, proxies, trustedHosts, plainHosts);
    }

    /** These options with another number of tries in all, and another base of the pause between two. */
    public HttpOptions withTries(int value, Duration base) {
        return withSettings(settings.with(HttpSetting.RETRIES, value - 1L).with(HttpSetting.BACKOFF, base.toMillis()));
    }

    /** These options with other deadlines. */
    public HttpOptions withTimeouts(Duration connect, Duration idle, Duration total) {
        return withSettings(settings.with(HttpSetting.CONNECT_TIMEOUT, connect.toMillis())
                .with(HttpSetting.IDLE_TIMEOUT, idle.toMillis())
                .with(HttpSetting.TOTAL_TIMEOUT, total.toMillis()));
    }

    /** These options with credentials. */
    public HttpOptions withCredentials(List<Credentials> value) {
        return new HttpOptions(offline, settings, value, proxies, trustedHosts, plainHosts);
    }

    /** These options with proxies, by the scheme of the address that is asked for. */
    public HttpOptions withProxies(Map<String, HttpProxy> value) {
        return new HttpOptions(offline, settings, credentials, value, trustedHosts, plainHosts);
    }

    /** These options with the hosts of the declared sources. */
    public HttpOptions withTrustedHosts(Set<String> value) {
        return new HttpOptions(offline, settings, credentials, proxies, value, plainHosts);
    }

    /** These options with the hosts that are asked without TLS. */
    public HttpOptions withPlainHosts(Set<String> value) {
        return new HttpOptions(offline, settings, credentials, proxies, trustedHosts, value);
    }
}
