package dev.zeus.wheels.core.index;

import java.net.URI;

/**
 * A named package index.
 *
 * @param name the name that declarations refer to, such as {@code pypi}
 * @param url the root of its simple API (PEP 503); a slash at its end is added where it is missing
 */
public record IndexSource(String name, URI url) {
    public IndexSource {
        String text = url.toString();
        url = text.endsWith("/") ? url : URI.create(text + "/");
    }
}
