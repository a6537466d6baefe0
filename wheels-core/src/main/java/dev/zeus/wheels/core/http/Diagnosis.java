// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.http.TransportException.Kind;
import dev.zeus.wheels.core.text.ExceptionNames;
import dev.zeus.wheels.core.text.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** What the exceptions of the network mean. */
final class Diagnosis {
    private final HttpSettings settings;
    private final ServerClock clock;

    /** @param clock what other servers have said of the time */
    Diagnosis(HttpSettings settings, ServerClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    TransportException of(IOException problem) {
        if (problem instanceof TransportException known) {
            return known;
        } else if (problem instanceof ConnectTimeoutException) {
            return new TransportException(
                    Kind.UNREACHABLE, "no connection within " + settings.said(HttpSetting.CONNECT_TIMEOUT));
        } else if (problem instanceof SocketTimeoutException) {
            return new TransportException(Kind.STALLED, "silent for " + settings.said(HttpSetting.IDLE_TIMEOUT));
        } else if (problem instanceof CautiousResolver.RefusedAddressException) {
            return new TransportException(Kind.REFUSED, said(problem));
        } else if (problem instanceof UnknownHostException) {
            return new TransportException(Kind.UNREACHABLE, "unknown host");
        } else if (problem instanceof ConnectException || problem instanceof NoRouteToHostException) {
            return new TransportException(Kind.UNREACHABLE, "connection refused or no route");
        } else if (problem instanceof SSLException tls) {
            return secured(tls);
        } else if (problem instanceof MessageConstraintException) {
            return new TransportException(Kind.NOT_HTTP, "the answer's header is larger than any index sends");
        } else if (problem instanceof NoHttpResponseException || problem instanceof SocketException) {
            return new TransportException(Kind.RESET, "connection reset");
        } else if (problem instanceof ConnectionClosedException
                || problem instanceof MalformedChunkCodingException
                || problem instanceof EOFException
                || problem instanceof ZipException) {
            return new TransportException(Kind.TRUNCATED, "the answer ended early");
        }
        return new TransportException(Kind.RESET, Printable.of(said(problem), 120));
    }

    /** A certificate that is wrong stays wrong; a TLS connection that breaks may hold the next time. */
    private TransportException secured(SSLException problem) {
        String message = Printable.of(said(problem), 200);
        if (cause(problem, CertificateNotYetValidException.class).isPresent()
                || cause(problem, CertificateExpiredException.class).isPresent()) {
            return new TransportException(
                    clock.isHere() ? Kind.EXPIRED : Kind.CLOCK,
                    "the server's certificate is not valid now: " + message + ", and " + clock.said());
        }
        boolean certificate = problem instanceof SSLPeerUnverifiedException
                || cause(problem, CertificateException.class).isPresent()
                || cause(problem, CertPathValidatorException.class).isPresent();
        boolean broken = !(problem instanceof SSLHandshakeException)
                || cause(problem, EOFException.class).isPresent();
        return certificate || !broken
                ? new TransportException(Kind.TLS, "no trusted TLS connection: " + message)
                : new TransportException(Kind.RESET, "TLS connection broke: " + message);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable problem, Class<T> type) {
        for (@Nullable Throwable each = problem; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }

    static String said(Exception problem) {
        @Nullable String message = problem.getMessage();
        return message == null ? "no reason given" : ExceptionNames.without(withoutAlert(message));
    }

    /** Some JDKs begin with the name of a TLS alert, such as {@code (certificate_unknown)}. */
    private static String withoutAlert(String message) {
        int end = message.indexOf(") ");
        boolean isAlert = message.startsWith("(")
                && end > 1
                && message.substring(1, end).chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_');
        return isAlert ? message.substring(end + 2) : message;
    }
}
