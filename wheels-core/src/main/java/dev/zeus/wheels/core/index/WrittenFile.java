// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One file of a page with every word of it, as HTML, a folder, and JSON that is written in an unusual way give it.
 *
 * @param filename its name
 * @param url its address, absolute or relative, without the fragment
 * @param sha256 the digest as written
 * @param fragmentSha256 a digest in the address's fragment
 * @param requiresPython the Python specifier as written
 * @param size its size
 * @param uploadTime the moment as written
 * @param yanked the reason, empty text for none
 * @param metadata absent if no metadata file is announced, else its digest as written or {@code true}
 */
record WrittenFile(
        String filename,
        String url,
        Optional<String> sha256,
        Optional<String> fragmentSha256,
        Optional<String> requiresPython,
        OptionalLong size,
        Optional<String> uploadTime,
        Optional<String> yanked,
        Optional<String> metadata)
        implements ListedFile {
    private static final String SHA256 = "sha256=";

    /** A file of which nothing is known but where it is. */
    static WrittenFile at(String filename, URI url) {
        return new WrittenFile(
                filename,
                url.toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The address before its fragment, and the digest in the fragment. */
    static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    /** The digest in a fragment such as {@code #sha256=…&egg=…}. */
    static Optional<String> fragmentDigest(String url) {
        int hash = url.indexOf('#');
        if (hash < 0) {
            return Optional.empty();
        }
        for (String part : url.substring(hash + 1).split("&", 10)) {
            if (part.startsWith(SHA256)) {
                return Optional.of(part.substring(SHA256.length()));
            }
        }
        return Optional.empty();
    }
}
