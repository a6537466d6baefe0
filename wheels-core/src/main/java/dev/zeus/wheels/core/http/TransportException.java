// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One try that failed, and whether another one could succeed. */
final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why a try failed: the code of the problem, whether trying again may help, and what the user can do. */
    enum Kind {
        UNREACHABLE(
                HttpProblem.UNREACHABLE,
                true,
                "check the network and the source's address; with a warm cache, every goal but wheels:audit works with -o"),
        BUSY(HttpProblem.SERVER_ERROR, true, "the server reports an error; try again later (nothing was changed)"),
        STALLED(HttpProblem.TOO_SLOW, true, "the server went silent; try again later (nothing was changed)"),
        TOO_SLOW(HttpProblem.TOO_SLOW, true, "the connection is too slow; try again later (nothing was changed)"),
        RESET(
                HttpProblem.BROKEN_CONNECTION,
                true,
                "the connection broke; try again, and check proxies and firewalls if it persists"),
        TRUNCATED(
                HttpProblem.BROKEN_CONNECTION,
                true,
                "the connection broke; try again, and check proxies and firewalls if it persists"),
        TOO_LARGE(HttpProblem.TOO_LARGE, false, "no legitimate answer is that large; check what the address serves"),
        REDIRECT(HttpProblem.BAD_REDIRECT, false, "correct the source's address, or tell the operators of the index"),
        TLS(
                HttpProblem.UNTRUSTED_TLS,
                false,
                "add the issuer's certificate to the JDK's trust store (keytool -importcert -cacerts), or name one that"
                        + " has it in MAVEN_OPTS with -Djavax.net.ssl.trustStore; or correct the address"),
        CLOCK(
                HttpProblem.UNTRUSTED_TLS,
                false,
                "set this machine's clock if it is wrong; if not, tell the operators of the index"),
        EXPIRED(HttpProblem.UNTRUSTED_TLS, false, "tell the operators of the index; no trust store helps here"),
        PROXY_LOGIN(
                HttpProblem.PROXY_TROUBLE,
                false,
                "give the <proxy> of settings.xml the <username> and <password> that it asks for"),
        PROXY(
                HttpProblem.PROXY_TROUBLE,
                true,
                "correct <host> and <port> of the <proxy> in settings.xml, or set <active> to false"),
        PROXY_REFUSAL(
                HttpProblem.PROXY_TROUBLE,
                false,
                "ask the operators of the proxy to let this host through, or name it in"
                        + " <nonProxyHosts> of the <proxy> in settings.xml"),
        REFUSED(
                HttpProblem.FORBIDDEN_ADDRESS,
                false,
                "correct the source's address; only http(s) addresses outside this machine are followed"),
        NOT_HTTP(
                HttpProblem.NOT_HTTP,
                false,
                "check that a package index answers at this address and that no captive portal is in the way"),
        ASKED_TO_WAIT(HttpProblem.ASKED_TO_WAIT, false, "wait as long as the server asks, then try again");

        final HttpProblem problem;
        final boolean retried;
        final String hint;

        Kind(HttpProblem problem, boolean retried, String hint) {
            this.problem = problem;
            this.retried = retried;
            this.hint = hint;
        }
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    TransportException(Kind kind, String message) {
        this(kind, message, Optional.empty());
    }

    TransportException(Kind kind, String message, Optional<Duration> retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    Kind kind() {
        return kind;
    }

    /** The least pause that the server asked for. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
