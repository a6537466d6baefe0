// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * TLS as this JVM has it, set up with the first connection that needs it: the trust store takes a tenth of a second to
 * read, and the run has other work meanwhile.
 */
final class LateTls implements TlsSocketStrategy {
    private Optional<TlsSocketStrategy> system = Optional.empty();

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        return strategy().upgrade(socket, host, port, attachment, context);
    }

    private synchronized TlsSocketStrategy strategy() {
        if (system.isEmpty()) {
            system = Optional.of(DefaultClientTlsStrategy.createSystemDefault());
        }
        return system.get();
    }
}
