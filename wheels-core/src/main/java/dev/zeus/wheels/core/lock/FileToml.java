// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static dev.zeus.wheels.core.lock.Toml.entry;

import java.util.ArrayList;
import java.util.List;

/** A file of a locked package as PEP 751 writes it, on one line. */
final class FileToml {
    private FileToml() {}

    static String of(LockedFile file) {
        List<String> entries = new ArrayList<>();
        entries.add(entry("name", Toml.string(file.name())));
        file.uploadTime().ifPresent(time -> entries.add(entry("upload-time", time.toString())));
        entries.add(
                file.isLocal()
                        ? entry("path", Toml.string(file.url().getPath()))
                        : entry("url", Toml.string(file.url().toString())));
        file.size().ifPresent(size -> entries.add(entry("size", Long.toString(size))));
        entries.add(entry(
                "hashes",
                Toml.table(List.of(entry("sha256", Toml.string(file.sha256().hex()))))));
        return Toml.table(entries);
    }
}
