// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpFields;
import dev.zeus.wheels.core.wheel.SdistArchive;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The readers of this package for a fuzzer, which is in another one. */
public final class PageFuzz {
    private static final PackageName NAME = PackageName.parse("demo");
    private static final PageReader READER =
            new PageReader(new IndexSource("acme", URI.create("https://index.example/simple/")), EventSink.SILENT);

    private PageFuzz() {}

    public static void page(String type, byte[] body) {
        READER.read(NAME, answer(type, body));
    }

    public static void advisories(byte[] body) {
        READER.advisories(NAME, Version.parse("1.0"), answer("application/json", body));
    }

    /** The attestations of a file, and where the page of its project says that they are. */
    public static void provenance(byte[] body) {
        String file = "demo-1.0-py3-none-any.whl";
        READER.attestations(NAME, Set.of(file), answer("application/vnd.pypi.simple.v1+json", body));
        try {
            Provenance.publishers(file, Sha256.of(new byte[0]), body);
        } catch (Listing.UnreadableException e) {
            throw new WheelsException(IndexProblem.BROKEN_ATTESTATIONS, String.valueOf(e.getMessage()), "none");
        }
    }

    public static void sdist(byte[] data) {
        try {
            Path file = Files.createTempFile("demo-1.0", ".tar.gz");
            try {
                Files.write(file, data);
                SdistContent.of(SdistFilename.parse("demo-1.0.tar.gz"), SdistArchive.read(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpAnswer answer(String type, byte[] body) {
        return new HttpAnswer(
                URI.create("https://index.example/simple/demo/"),
                200,
                new HttpFields(new TreeMap<>(Map.of("content-type", type))),
                body);
    }
}
