// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes the secrets of addresses out of a text that holds some: the login before a host, and the query parameters that
 * sign an address.
 *
 * <p>{@code see https://user:pw@host/x?token=1&a=2} becomes {@code see https://****@host/x?a=2}. It reads addresses as
 * HTML, JSON, metadata and messages write them, absolute or relative; what is not an address loses nothing.
 */
public final class AddressSecrets {
    private static final Set<String> SIGNATURES = Set.of(
            "signature",
            "sig",
            "se",
            "sp",
            "sr",
            "st",
            "sv",
            "expires",
            "policy",
            "key-pair-id",
            "token",
            "access_token",
            "private_token",
            "job_token",
            "jwt",
            "auth",
            "apikey",
            "api_key",
            "password",
            "hmac",
            "awsaccesskeyid",
            "googleaccessid");

    /** What ends an address in running text, in an attribute, and in a JSON string. */
    private static final String ENDS = "\"'<>`{}|^ \t\r\n";

    /** What a login may have of these, as people type it. */
    private static final String IN_LOGINS = "'{}|^";

    private static final String BLOT = "****";

    /** How a page writes the ampersand between two parameters. */
    private static final List<String> SEPARATORS = List.of("&amp;", "&#38;", "\\u0026", "&", ";");

    private final String text;
    private final StringBuilder out;
    private int at;

    /** Whether whole queries are to go. */
    private final boolean plain;
    /** Whether what is read now belongs to an address that names its host. */
    private boolean absolute;

    private AddressSecrets(String text, boolean plain) {
        this.text = text;
        this.plain = plain;
        this.out = new StringBuilder(text.length());
    }

    /** The text without them. */
    public static String without(String text) {
        return text.indexOf('?') < 0 && text.indexOf('@') < 0 ? text : new AddressSecrets(text, false).read();
    }

    /**
     * The text as it may be shown: an address with a host loses its whole query as well, since any parameter may be a
     * secret, whatever it is called. {@code see https://host/x?t=1&a=2} becomes {@code see https://host/x?…}.
     */
    public static String shown(String text) {
        return text.indexOf('?') < 0 && text.indexOf('@') < 0 ? text : new AddressSecrets(text, true).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("://", at) || text.startsWith(":\\/\\/", at)) {
                authority(c == ':' && text.charAt(at + 1) == '/' ? 3 : 5);
                absolute = true;
            } else if (c == '?' && plain && absolute && at + 1 < text.length() && !isEnd(at + 1)) {
                wholeQuery();
            } else if (c == '?') {
                query();
            } else {
                absolute &= !isEnd(at);
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    /**
     * Blots out a login, also one behind a slash, which a careless reader could take for a part of the path. What is
     * left names a user still, so that it is refused wherever the address itself would be.
     */
    private void authority(int length) {
        out.append(text, at, at + length);
        at += length;
        int end = at;
        int slash = -1;
        int colon = -1;
        int login = -1;
        for (; end < text.length(); end++) {
            char c = text.charAt(end);
            if ((isEnd(end) && IN_LOGINS.indexOf(c) < 0) || c == '?' || c == '#') {
                break;
            }
            if (c == '/' && slash < 0) {
                slash = end;
            } else if (c == ':') {
                colon = end;
            } else if (c == '@' && (slash < 0 || colon > slash)) {
                login = end;
            }
        }
        if (login >= 0) {
            boolean inPath = slash >= 0 && slash < login;
            out.append(inPath ? text.substring(at, slash + 1) + BLOT + ":" + BLOT : BLOT);
            at = login;
        }
    }

    /** A slash after a backslash is how JSON may write one. */
    private boolean isEnd(int index) {
        return ENDS.indexOf(text.charAt(index)) >= 0 || (text.charAt(index) == '\\' && !text.startsWith("\\/", index));
    }

    private void wholeQuery() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '#' && (!isEnd(end) || isWithin(end))) {
            end++;
        }
        out.append("?…");
        at = end;
    }

    /** A quote or the like that the next letter shows to be a part of what it stands in. */
    private boolean isWithin(int index) {
        return IN_LOGINS.indexOf(text.charAt(index)) >= 0
                && index + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(index + 1));
    }

    private void query() {
        at++;
        List<String> kept = new ArrayList<>();
        String separator = "";
        boolean more = true;
        while (more) {
            int end = parameterEnd();
            String parameter = text.substring(at, end);
            int equals = parameter.indexOf('=');
            if (equals < 0 || !isSignature(parameter.substring(0, equals))) {
                kept.add((kept.isEmpty() ? "" : separator) + parameter);
            }
            at = end;
            separator = separator();
            more = !separator.isEmpty();
            at += separator.length();
        }
        // A query that contained only a signature is removed; a question mark of prose stays.
        if (!kept.isEmpty()) {
            out.append('?');
            kept.forEach(out::append);
        }
    }

    private int parameterEnd() {
        int end = at;
        while (end < text.length() && "&#;".indexOf(text.charAt(end)) < 0 && !isEnd(end)) {
            end++;
        }
        return end;
    }

    private String separator() {
        return SEPARATORS.stream()
                .filter(each -> text.startsWith(each, at))
                .findFirst()
                .orElse("");
    }

    /** Whether a query parameter of this name, percent-encoded or not, signs an address for a while. */
    public static boolean isSignature(String name) {
        String lower = decoded(name).toLowerCase(Locale.ROOT);
        return lower.startsWith("x-amz-")
                || lower.startsWith("x-goog-")
                || lower.startsWith("x-oss-")
                || lower.startsWith("x-ms-")
                || SIGNATURES.contains(lower);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
