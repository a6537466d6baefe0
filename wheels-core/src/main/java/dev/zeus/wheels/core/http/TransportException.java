package dev.zeus.wheels.core.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One try that failed, and whether another one could succeed. */
final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why a try failed: the code of the problem, whether trying again may help, and what the user can do. */
    enum Kind {
        UNREACHABLE("X301", true, "check the network and the source's address; with a warm cache -o works without it"),
        BUSY("X302", true, "the server is in trouble; try again later, nothing was changed"),
        STALLED("X303", true, "the server went silent; try again later, nothing was changed"),
        TOO_SLOW("X303", true, "the connection is too slow; try again later, nothing was changed"),
        RESET("X304", true, "the connection broke; try again, and look at proxies and firewalls if it stays so"),
        TRUNCATED("X304", true, "the connection broke; try again, and look at proxies and firewalls if it stays so"),
        TOO_LARGE("X305", false, "no honest answer is that large; look at what the address serves"),
        REDIRECT("X306", false, "correct the source's address, or tell whoever runs the index"),
        TLS(
                "X307",
                false,
                "add the issuer's certificate to the JDK's trust store (keytool -importcert -cacerts), or name one that"
                        + " has it in MAVEN_OPTS with -Djavax.net.ssl.trustStore; or correct the address"),
        CLOCK("X307", false, "set this machine's clock if it is wrong; if not, tell whoever runs the index"),
        EXPIRED("X307", false, "tell whoever runs the index; no trust store makes up for it"),
        PROXY_LOGIN("X313", false, "give the <proxy> of settings.xml the <username> and <password> that it asks for"),
        PROXY("X313", true, "correct <host> and <port> of the <proxy> in settings.xml, or set <active> to false"),
        PROXY_REFUSAL(
                "X313",
                false,
                "ask whoever runs the proxy to let this host through, or name it in"
                        + " <nonProxyHosts> of the <proxy> in settings.xml"),
        REFUSED(
                "X310",
                false,
                "correct the source's address; only http(s) addresses outside this machine are followed"),
        NOT_HTTP(
                "X311",
                false,
                "check that a package index answers at this address and that no captive portal is between"),
        ASKED_TO_WAIT("X309", false, "wait as long as the server asks, then try again");

        final String code;
        final boolean retried;
        final String hint;

        Kind(String code, boolean retried, String hint) {
            this.code = code;
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
