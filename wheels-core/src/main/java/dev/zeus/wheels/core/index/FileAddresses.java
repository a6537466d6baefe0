// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.Urls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The addresses of the files of a page, as far as they may be followed. */
final class FileAddresses {
    private final IndexSource source;
    private final HttpAnswer answer;
    private final URI base;
    /** The beginning of an address, up to the slash behind its host, that may be followed. */
    private byte[] followed = new byte[0];

    FileAddresses(IndexSource source, HttpAnswer answer, Listing listing) {
        this.source = source;
        this.answer = answer;
        this.base = base(answer, listing);
    }

    private static URI base(HttpAnswer answer, Listing listing) {
        try {
            return answer.uri().resolve(Urls.parse(listing.base().orElse("")));
        } catch (IllegalArgumentException e) {
            return answer.uri();
        }
    }

    /**
     * Whether the address of a file is absolute, and differs from one that was found to be good only in letters, digits
     * and signs that mean nothing; the files of a page are asked about one after the other.
     */
    boolean isPlain(ListedFile file) {
        if (file instanceof FileTable.Row row) {
            if (row.isPlainBehind(followed)) {
                return true;
            }
            followed = of(file).isPresent() ? followed(row.url()) : new byte[0];
        }
        return false;
    }

    private static byte[] followed(String url) {
        boolean absolute = url.startsWith("https://") || url.startsWith("http://");
        int slash = absolute ? url.indexOf('/', url.indexOf("://") + 3) : -1;
        return url.substring(0, slash + 1).getBytes(StandardCharsets.UTF_8);
    }

    /** Where a file is; empty where that is nothing to be followed. */
    Optional<URI> of(ListedFile file) {
        try {
            URI url = base.resolve(Urls.parse(file.url()));
            String scheme = String.valueOf(url.getScheme());
            boolean downgraded = "https".equals(answer.uri().getScheme()) && scheme.equals("http");
            // A folder lists its own files; no other index may name files of this machine.
            if (source.isFolder() && scheme.equals("file")) {
                // With all its slashes, without which not every tool reads it.
                return Optional.of(Path.of(url).toUri());
            }
            return url.getHost() != null
                            && url.getRawUserInfo() == null
                            && !Urls.isAmbiguous(url)
                            && (scheme.equals("https") || scheme.equals("http"))
                            && !downgraded
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
