// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.text.Printable;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses as they may be printed: without user, password, query and fragment. */
public final class SafeUrl {
    private SafeUrl() {}

    /** The printable form, such as {@code https://index.example/simple/demo/}. */
    public static String of(URI uri) {
        if (uri.getScheme() == null || uri.getScheme().equals("file")) {
            return Printable.of(String.valueOf(uri.getPath()), 200);
        }
        if (uri.getHost() == null) {
            return String.valueOf(uri.getScheme()) + ":…";
        }
        StringBuilder text = new StringBuilder();
        text.append(uri.getScheme()).append("://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        // A path that looks as if it held a login may hold one: user/name:password@host.
        text.append(Urls.isAmbiguous(uri) ? "/…" : uri.getRawPath());
        return Printable.of(
                uri.getRawQuery() == null ? text.toString() : text.append("?…").toString(), 1000);
    }

    /**
     * The address without what signs it for a while, which is a secret and would not work later: query parameters such
     * as {@code X-Amz-Signature} or {@code token}.
     */
    public static URI lasting(URI uri) {
        String query = uri.getRawQuery();
        if (query == null) {
            return uri;
        }
        String kept = Stream.of(query.split("&"))
                .filter(parameter -> !AddressSecrets.isSignature(
                        parameter.substring(0, Math.max(0, (parameter + "=").indexOf('=')))))
                .collect(Collectors.joining("&"));
        String text = uri.toString();
        int start = text.indexOf('?');
        int end = text.indexOf('#') < 0 ? text.length() : text.indexOf('#');
        return URI.create(text.substring(0, start) + (kept.isEmpty() ? "" : "?" + kept) + text.substring(end));
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
