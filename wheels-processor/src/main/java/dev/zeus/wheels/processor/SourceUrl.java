// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.processor.hint.AddressHint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for the address of an index. */
final class SourceUrl {
    /** A scheme without its colon. */
    private static final Pattern SCHEME = Pattern.compile("https?;?");

    private static final Pattern LOGIN = Pattern.compile("https?://[^/?#]*@[^/?#]");

    private static final String HTTPS_HINT = "write for instance \"https://index.example/simple/\"";

    private SourceUrl() {}

    /** What is wrong with an address, as a mistake with its arguments. */
    record Wrong(Mistake mistake, Object... arguments) {}

    /** An address as the root of an index, ending in a slash; a flat one is a page or a folder as it is written. */
    static String canonical(String url, SourceFormat format) {
        return url.endsWith("/") || format == SourceFormat.FLAT ? url : url + "/";
    }

    static Optional<Wrong> check(String text, SourceFormat format, boolean allowHttp) {
        if ((format == SourceFormat.FLAT && isFolder(text)) || isAddressOfFolder(text)) {
            return folder(text);
        }
        return checkServer(text, allowHttp);
    }

    /** What is wrong with an address that has to be one of a server. */
    static Optional<Wrong> checkServer(String text, boolean allowHttp) {
        try {
            return check(text, new URI(text), allowHttp);
        } catch (URISyntaxException e) {
            if (LOGIN.matcher(text).lookingAt()) {
                return Optional.of(
                        new Wrong(Mistake.CREDENTIAL_IN_URL, Quoted.text(text.substring(text.lastIndexOf('@')))));
            }
            int at = Math.max(0, e.getIndex()) + 1;
            // The text is not quoted whole: it may hold a credential that only a parsed address lets us cut out.
            return Optional.of(bad(hideCredential(text), "it breaks off at character " + at, meant(text)));
        }
    }

    /** What is wrong with the place of files, which is a scheme and a host. */
    static Optional<Wrong> place(String text, boolean allowHttp) {
        Optional<Wrong> wrong = checkServer(text, allowHttp);
        if (wrong.isPresent()) {
            Object[] arguments = wrong.get().arguments();
            if (wrong.get().mistake() == Mistake.BAD_SOURCE_URL && arguments[2].equals(HTTPS_HINT)) {
                return Optional.of(new Wrong(
                        Mistake.BAD_SOURCE_URL,
                        arguments[0],
                        arguments[1],
                        "write scheme and host, such as \"https://files.example\""));
            }
            return wrong;
        }
        URI url = URI.create(text);
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        String host = url.getScheme() + "://" + url.getRawAuthority();
        return path.isEmpty() || path.equals("/")
                ? Optional.empty()
                : Optional.of(bad(text, "a place of files has no path", "write " + Quoted.text(host)));
    }

    /**
     * Whether it is a folder of this machine by its address: one of files, or a mirror with a folder for each project.
     */
    static boolean isAddressOfFolder(String text) {
        return text.startsWith("file:");
    }

    /** Whether it is asked unencrypted. */
    static boolean isPlain(String text) {
        return text.regionMatches(true, 0, "http://", 0, "http://".length());
    }

    /** Whether it is a folder below the one that holds {@code generated/}. */
    static boolean isRelativeFolder(String text) {
        return isFolder(text) && !text.startsWith("file:") && folder(text).isEmpty();
    }

    /** Whether it is a folder: relative, or by {@code file:}. */
    private static boolean isFolder(String text) {
        int colon = text.indexOf(':');
        return text.regionMatches(true, 0, "file:", 0, "file:".length())
                || colon < 0
                || (text.indexOf('/') >= 0 && text.indexOf('/') < colon);
    }

    /** A first part with a dot in it is rather a host whose https:// was forgotten or lost its colon. */
    private static boolean looksLikeFolder(String text) {
        int slash = text.indexOf('/');
        String first = slash < 0 ? text : text.substring(0, slash);
        return text.startsWith("file:")
                || text.startsWith(".")
                || (isFolder(text)
                        && first.indexOf('.') < 0
                        && !SCHEME.matcher(first).matches());
    }

    private static boolean isPath(String address) {
        try {
            URI url = new URI(address);
            return url.getRawQuery() == null && url.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<Wrong> folder(String text) {
        boolean address = text.startsWith("file:");
        if (address && !text.startsWith("file:///")) {
            return Optional.of(bad(text, "it names no folder of this machine", "write file:/// and its path"));
        }
        if (address && !isPath(text)) {
            return Optional.of(
                    bad(text, "it is no path of a folder", "write file:/// and its path, with %20 for a space in it"));
        }
        if (text.equals("~") || text.startsWith("~/")) {
            return Optional.of(bad(
                    text,
                    "nothing expands \"~\" here: it would be a folder of that name",
                    "write \"file:///\" and the whole path, or a folder below the one that holds generated/"));
        }
        boolean relative = !address && !text.isBlank() && !text.startsWith("/") && text.indexOf('\\') < 0;
        boolean inside = !List.of(text.split("/")).contains("..");
        if (address || (relative && inside)) {
            return Optional.empty();
        }
        return Optional.of(bad(
                text,
                "it is no folder below the one that holds generated/",
                "write for instance \"wheels/\", or a file:/// address"));
    }

    private static Optional<Wrong> check(String text, URI url, boolean allowHttp) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        if (!scheme.equals("https") && !scheme.equals("http")) {
            String hint = looksLikeFolder(text) ? "for a folder of wheels add format = SourceFormat.FLAT" : meant(text);
            return Optional.of(bad(hideCredential(text), "it begins with neither https:// nor http://", hint));
        }
        if (authority.contains("@")) {
            return Optional.of(
                    new Wrong(Mistake.CREDENTIAL_IN_URL, Quoted.text(authority.substring(authority.lastIndexOf('@')))));
        }
        if (looksLikeLogin(url)) {
            return Optional.of(
                    new Wrong(Mistake.CREDENTIAL_IN_URL, Quoted.text(text.substring(text.lastIndexOf('@')))));
        }
        if (url.getHost() == null) {
            return Optional.of(bad(text, "it names no host", meant(text)));
        }
        if (url.getPort() > Ports.LAST) {
            return Optional.of(
                    bad(text, "its port is above " + Ports.LAST, "write the port that the index listens on"));
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            String bare = text.substring(0, end(text));
            return Optional.of(bad(bare + "…", "it goes on after the path", "write " + Quoted.text(bare)));
        }
        if (scheme.equals("http") && !allowHttp && !isLoopback(url.getHost())) {
            String encrypted = "https" + text.substring("http".length());
            return Optional.of(new Wrong(Mistake.INSECURE_SOURCE_URL, Quoted.text(text), Quoted.text(encrypted)));
        }
        return Optional.empty();
    }

    /** A slash in a user name ends the host: {@code https://joe/x:password@host/} goes to {@code joe}. */
    private static boolean looksLikeLogin(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        int at = path.lastIndexOf('@');
        return at >= 0 && path.lastIndexOf(':', at) >= 0;
    }

    private static Wrong bad(String shown, String reason, String hint) {
        return new Wrong(Mistake.BAD_SOURCE_URL, Quoted.text(shown), reason, hint);
    }

    private static String meant(String text) {
        return text.indexOf('@') < 0 ? Hints.or(AddressHint.of(text), HTTPS_HINT) : HTTPS_HINT;
    }

    private static int end(String text) {
        int query = text.indexOf('?');
        int fragment = text.indexOf('#');
        return query < 0 || (fragment >= 0 && fragment < query) ? fragment : query;
    }

    private static boolean isLoopback(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        return plain.equals("localhost") || plain.equals("[::1]") || isLoopbackAddress(plain);
    }

    /** Four numbers that begin with 127, so {@code 127.evil.example} is not one. */
    private static boolean isLoopbackAddress(String host) {
        return host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static String hideCredential(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? text : "…" + text.substring(at);
    }
}
