package dev.zeus.wheels.core.index;

import dev.zeus.wheels.SourceFormat;
import java.net.URI;

/**
 * A named package index.
 *
 * @param name the name that declarations refer to, such as {@code pypi}
 * @param url the root of its simple API (PEP 503), to which a slash is added where it is missing; of a flat one the
 *     page or the folder, by {@code file:}
 * @param format how it lists its files
 */
public record IndexSource(String name, URI url, SourceFormat format) {
    public IndexSource {
        String text = url.toString();
        url = text.endsWith("/") || format == SourceFormat.FLAT ? url : URI.create(text + "/");
    }

    /** An index that speaks the simple API. */
    public IndexSource(String name, URI url) {
        this(name, url, SourceFormat.SIMPLE);
    }

    /** Whether it is a folder of this machine. */
    boolean isFolder() {
        return String.valueOf(url.getScheme()).equals("file");
    }
}
