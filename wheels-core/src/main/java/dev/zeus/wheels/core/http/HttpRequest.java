// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.net.URI;
import java.util.Optional;

/**
 * A request for something small enough to be held in memory.
 *
 * @param uri what is asked for
 * @param accept the media types wanted, as an {@code Accept} header
 * @param range the part wanted; absent for all of it
 * @param limit how many decoded bytes are taken at most
 * @param kept whether the answer may come from the cache and is kept there
 */
public record HttpRequest(URI uri, String accept, Optional<ByteRange> range, SizeLimit limit, boolean kept) {

    /** A request for a page that is revalidated in each run, unless it is still fresh. */
    public static HttpRequest page(URI uri, String accept) {
        return new HttpRequest(uri, accept, Optional.empty(), SizeLimit.of(HttpSetting.PAGE_SIZE), true);
    }

    /** A request for a small file that is not kept; who asks keeps it under its digest. */
    public static HttpRequest file(URI uri) {
        return new HttpRequest(uri, "*/*", Optional.empty(), SizeLimit.of(HttpSetting.FILE_SIZE), false);
    }

    /** A request for a part of a file, never kept; a server that answers with the whole file gives an empty body. */
    public static HttpRequest part(URI uri, ByteRange range, long limit) {
        return new HttpRequest(uri, "*/*", Optional.of(range), SizeLimit.of(limit), false);
    }

    @Override
    public String toString() {
        return "HttpRequest[" + SafeUrl.of(uri) + "]";
    }
}
