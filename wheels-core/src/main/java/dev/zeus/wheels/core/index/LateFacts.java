// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.http.Urls;
import dev.zeus.wheels.core.wheel.Sha256;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What is asked of few of the files of a page. */
sealed interface LateFacts {
    URI url();

    Optional<Sha256> sha256();

    Optional<Instant> uploadTime();

    Optional<Sha256> metadataSha256();

    /** Read already. */
    record Known(URI url, Optional<Sha256> sha256, Optional<Instant> uploadTime, Optional<Sha256> metadataSha256)
            implements LateFacts {
        static Known of(ListedFile file, URI url) {
            return new Known(
                    url,
                    digest(file),
                    file.uploadTime().flatMap(UploadTime::parse),
                    file.metadata().flatMap(Sha256::parse));
        }
    }

    /** To be read when asked for; the address is absolute, and has been found to be one that may be followed. */
    record Unread(FileTable.Row file) implements LateFacts {
        @Override
        public URI url() {
            return Urls.parse(file.url());
        }

        @Override
        public Optional<Sha256> sha256() {
            return digest(file);
        }

        @Override
        public Optional<Instant> uploadTime() {
            return file.uploadTime().flatMap(UploadTime::parse);
        }

        @Override
        public Optional<Sha256> metadataSha256() {
            return file.metadata().flatMap(Sha256::parse);
        }
    }

    /** The digest as the page states it, else that in the address. */
    static Optional<Sha256> digest(ListedFile file) {
        return file.sha256()
                .flatMap(Sha256::parse)
                .or(() -> file.fragmentSha256().flatMap(Sha256::parse));
    }
}
