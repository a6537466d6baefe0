// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.python.PackageName;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named package index.
 *
 * @param name the name that declarations refer to, such as {@code pypi}
 * @param url the root of its simple API (PEP 503), to which a slash is added where it is missing; of a flat one the
 *     page, the folder (by {@code file:}), or the address of one file
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

    /** The root that other interfaces of the index are at, where its simple API is {@code …/simple/} below it. */
    Optional<URI> root() {
        return format == SourceFormat.SIMPLE && !isFolder() && url.toString().endsWith("/simple/")
                ? Optional.of(url.resolve("../"))
                : Optional.empty();
    }

    /** Where the page of a project is; of one that speaks the simple API. */
    URI page(PackageName name) {
        return url.resolve(name.value() + "/" + (isFolder() ? "index.html" : ""));
    }

    /** Whether it is a folder, or a file, of this machine. */
    boolean isFolder() {
        return String.valueOf(url.getScheme()).equals("file");
    }

    /** Whether it is one file, which cannot bring what it requires. */
    public boolean isOneFile() {
        return format == SourceFormat.FLAT && isDistribution(url.getPath());
    }

    /** The file name of a source that is one file. */
    String fileName() {
        return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
    }

    /** Whether a requirement's address, whatever fragment it has, is that of this one file. */
    public boolean isAt(String address) {
        return isOneFile() && url.toString().equals(WrittenFile.withoutFragment(address));
    }

    /** Whether a path ends in the file name of a wheel or a source distribution. */
    public static boolean isDistribution(@Nullable String path) {
        return path != null && PageFiles.isDistribution(path);
    }
}
