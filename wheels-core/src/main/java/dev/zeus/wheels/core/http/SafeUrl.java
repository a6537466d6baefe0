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

    /**
     * What may be printed of text that should have been an address: nothing before an {@code @} or behind a {@code ?}.
     */
    public static String ofText(String text) {
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query) + "?…";
        return Printable.of(path.substring(path.lastIndexOf('@') + 1), 80);
    }
}
