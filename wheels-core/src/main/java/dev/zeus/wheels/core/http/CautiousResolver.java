// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.text.Printable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * A DNS resolver that rejects loopback and link-local addresses for every host except declared sources.
 *
 * <p>The check is on the address that is connected to, so that a name which resolves differently the second time gains
 * nothing.
 */
final class CautiousResolver extends SystemDefaultDnsResolver {
    private final Set<String> trustedHosts;
    private final boolean loopbackTrusted;

    CautiousResolver(Set<String> trustedHosts) {
        this.trustedHosts = trustedHosts;
        this.loopbackTrusted = trustedHosts.stream().anyMatch(Origin::isLoopback);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = super.resolve(host);
        if (trustedHosts.contains(host) || isProxy(host)) {
            return addresses;
        }
        for (InetAddress address : addresses) {
            boolean loopback = address.isLoopbackAddress() || address.isAnyLocalAddress();
            if ((loopback && !loopbackTrusted) || address.isLinkLocalAddress() || address.isMulticastAddress()) {
                throw new RefusedAddressException(host);
            }
        }
        return addresses;
    }

    private static boolean isProxy(String host) {
        return host.equals(System.getProperty("http.proxyHost")) || host.equals(System.getProperty("https.proxyHost"));
    }

    /** A host that points into this machine, though no declared source is there. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String host) {
            super("\"" + Printable.of(host, 100) + "\" is this machine or its link-local network");
        }
    }
}
