// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes typed values of the files that a page lists, by their place in its list. */
sealed interface PageRows {
    /**
     * A file.
     *
     * @param python the Pythons that it wants
     * @param plain whether its address needs no second look
     */
    IndexFile file(int listed, Optional<VersionSpecifiers> python, boolean plain);

    /** When a file was uploaded. */
    Optional<Instant> uploadTime(int listed);

    /** Files that are made already. */
    record Made(List<IndexFile> files) implements PageRows {
        @Override
        public IndexFile file(int listed, Optional<VersionSpecifiers> python, boolean plain) {
            return files.get(listed);
        }

        @Override
        public Optional<Instant> uploadTime(int listed) {
            return files.get(listed).uploadTime();
        }
    }

    /**
     * Files of a page that were judged: they have names and addresses that can be read.
     *
     * @param addresses makes their addresses
     */
    record Judged(List<ListedFile> files, FileAddresses addresses) implements PageRows {
        @Override
        public IndexFile file(int listed, Optional<VersionSpecifiers> python, boolean plain) {
            ListedFile file = files.get(listed);
            LateFacts late = plain && file instanceof FileTable.Row row
                    ? new LateFacts.Unread(row)
                    : LateFacts.Known.of(file, addresses.of(file).orElseThrow());
            return WheelFilename.isWheel(file.filename())
                    ? new WheelFile(
                            WheelFilename.parse(file.filename()),
                            python,
                            file.size(),
                            PageFiles.yanked(file),
                            isAnnounced(file),
                            late)
                    : new SdistFile(
                            SdistFilename.parse(file.filename()), python, file.size(), PageFiles.yanked(file), late);
        }

        private static boolean isAnnounced(ListedFile file) {
            return file instanceof FileTable.Row row
                    ? row.has(FileTable.Column.METADATA)
                    : file.metadata().isPresent();
        }

        @Override
        public Optional<Instant> uploadTime(int listed) {
            return files.get(listed).uploadTime().flatMap(UploadTime::parse);
        }
    }
}
