// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Addresses as pages really write them, with blanks and other characters that were never encoded. */
public final class Urls {
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

    /** Signed addresses of object stores have up to 2,000 characters; servers refuse those above 8,000. */
    private static final int LONGEST = 4096;

    /** Ports have 16 bits (RFC 9293). */
    static final int LARGEST_PORT = 65_535;

    private Urls() {}

    /**
     * An absolute or relative address; characters that may not stand in one are percent-encoded first.
     *
     * @throws IllegalArgumentException if it is not an address even then
     */
    public static URI parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            clean = isAllowed(text.charAt(i));
        }
        try {
            URI uri = new URI(clean ? text : encoded(text));
            if (uri.getPort() > LARGEST_PORT) {
                throw new IllegalArgumentException("its port is above " + LARGEST_PORT);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Whether a reader could take another part of the address for its host: {@code https://user/name:pw@host/} goes to
     * {@code user}, {@code https://good.example/#@evil.example/} to neither of what it shows last.
     */
    public static boolean isAmbiguous(URI uri) {
        String path = String.valueOf(uri.getRawPath());
        int at = path.lastIndexOf('@');
        boolean login = at >= 0 && path.lastIndexOf(':', at) >= 0;
        return login || String.valueOf(uri.getRawFragment()).indexOf('@') >= 0;
    }

    /** The address up to its fragment. */
    public static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? uri : URI.create(text.substring(0, hash));
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte one : text.strip().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            if (c < 0x20 || c == 0x7f) {
                throw new IllegalArgumentException("a control character");
            }
            if (isAllowed(c)) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }
}
