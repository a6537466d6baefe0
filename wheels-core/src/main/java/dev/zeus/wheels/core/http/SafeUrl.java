package dev.zeus.wheels.core.http;

import java.net.URI;

/** Addresses as they may be printed: without user, password, query and fragment. */
public final class SafeUrl {
    private SafeUrl() {}

    /** The printable form, such as {@code https://index.example/simple/demo/}. */
    public static String of(URI uri) {
        if (uri.getHost() == null) {
            return String.valueOf(uri.getScheme()) + ":…";
        }
        StringBuilder text = new StringBuilder();
        text.append(uri.getScheme()).append("://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        text.append(uri.getRawPath());
        return uri.getRawQuery() == null ? text.toString() : text.append("?…").toString();
    }
}
