// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A project page in HTML (PEP 503, 592, 629, 658, 700, 714, 792), scanned in one pass without building a tree.
 *
 * <p>Only the tags {@code a}, {@code base}, {@code meta}, {@code form} and the page's own end matter; everything else
 * is passed over. Pages of large projects reach several megabytes, and a tree of them is mostly waste.
 */
final class HtmlPage {
    private final String html;
    private final List<ListedFile> files = new ArrayList<>();
    private final Map<String, String> metas = new HashMap<>();
    private final Map<String, String> unescaped = new HashMap<>();
    private Optional<String> base = Optional.empty();
    private boolean opened;
    private boolean closed;
    private boolean form;
    private int at;

    private HtmlPage(String html) {
        this.html = html;
    }

    static Listing parse(String html) throws Listing.UnreadableException {
        return new HtmlPage(html).scan();
    }

    private Listing scan() throws Listing.UnreadableException {
        for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
            at = open + 1;
            if (html.startsWith("!--", at)) {
                int end = html.indexOf("-->", at + 3);
                at = end < 0 ? html.length() : end + 3;
            } else {
                tag();
            }
        }
        if (opened && !closed) {
            throw new Listing.UnreadableException("the page ends early");
        }
        return new Listing(
                metas.getOrDefault("pypi:repository-version", "1.0"),
                Optional.empty(),
                base,
                files,
                Optional.ofNullable(metas.get("pypi:project-status")),
                Optional.ofNullable(metas.get("pypi:project-status-reason")),
                form);
    }

    private void tag() throws Listing.UnreadableException {
        boolean closing = at < html.length() && html.charAt(at) == '/';
        int start = closing ? at + 1 : at;
        at = start;
        while (at < html.length() && isLetter(html.charAt(at))) {
            at++;
        }
        switch (html.substring(start, at).toLowerCase(Locale.ROOT)) {
            case "a" -> {
                if (!closing) {
                    anchor(attributes());
                }
            }
            case "base" -> {
                @Nullable String href = attributes().get("href");
                base = base.isPresent() ? base : Optional.ofNullable(href);
            }
            case "meta" -> {
                Map<String, String> attributes = attributes();
                metas.putIfAbsent(attributes.getOrDefault("name", ""), attributes.getOrDefault("content", ""));
            }
            case "form" -> form = true;
            case "html" -> {
                opened |= !closing;
                closed |= closing;
            }
            default -> {
                // Text that only looks like a tag, or a tag that says nothing about files.
            }
        }
    }

    private void anchor(Map<String, String> attributes) {
        @Nullable String href = attributes.get("href");
        if (href == null) {
            return;
        }
        String url = WrittenFile.withoutFragment(href);
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        @Nullable String core = attributes.get("data-core-metadata");
        Optional<String> metadata =
                Optional.ofNullable(core == null ? attributes.get("data-dist-info-metadata") : core);
        files.add(new WrittenFile(
                percentDecoded(path.substring(path.lastIndexOf('/') + 1)),
                url,
                Optional.empty(),
                WrittenFile.fragmentDigest(href),
                Optional.ofNullable(attributes.get("data-requires-python")),
                OptionalLong.empty(),
                Optional.ofNullable(attributes.get("data-upload-time")),
                Optional.ofNullable(attributes.get("data-yanked")),
                metadata.filter(text -> !text.equals("false"))
                        .map(text -> text.startsWith("sha256=") ? text.substring("sha256=".length()) : text)));
    }

    /** The attributes up to the end of the tag, names in lower case, the first of each name. */
    private Map<String, String> attributes() throws Listing.UnreadableException {
        Map<String, String> attributes = new HashMap<>();
        while (true) {
            blanks();
            if (at >= html.length()) {
                throw new Listing.UnreadableException("the page ends inside a tag");
            }
            char c = html.charAt(at);
            if (c == '>') {
                at++;
                return attributes;
            } else if (c == '/' || c == '=') {
                at++;
            } else {
                attribute(attributes);
            }
        }
    }

    private void attribute(Map<String, String> attributes) throws Listing.UnreadableException {
        int start = at;
        while (at < html.length() && !isBlank(html.charAt(at)) && "=>/".indexOf(html.charAt(at)) < 0) {
            at++;
        }
        String name = html.substring(start, at).toLowerCase(Locale.ROOT);
        blanks();
        String value = "";
        if (at < html.length() && html.charAt(at) == '=') {
            at++;
            blanks();
            value = value();
        }
        attributes.putIfAbsent(name, value.indexOf('&') < 0 ? value : unescaped(value));
    }

    /** Most values with an entity are a Requires-Python, which all files of a release repeat. */
    private String unescaped(String value) {
        return unescaped.computeIfAbsent(value, CharacterReferences::decode);
    }

    private String value() throws Listing.UnreadableException {
        if (at >= html.length()) {
            throw new Listing.UnreadableException("the page ends inside a tag");
        }
        char quote = html.charAt(at);
        int start = at;
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, at + 1);
            if (end < 0) {
                throw new Listing.UnreadableException("the page ends inside an attribute");
            }
            at = end + 1;
            return html.substring(start + 1, end);
        }
        while (at < html.length() && !isBlank(html.charAt(at)) && html.charAt(at) != '>') {
            at++;
        }
        return html.substring(start, at);
    }

    private void blanks() {
        while (at < html.length() && isBlank(html.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Decoded exactly once; decoding twice would turn {@code %252F} into a slash. */
    private static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            out[length++] = low < 0 ? in[i] : (byte) (16 * high + low);
            i += low < 0 ? 0 : 2;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
