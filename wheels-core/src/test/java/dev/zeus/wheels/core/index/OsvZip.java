// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A database of advisories as osv.dev exports it. */
public final class OsvZip {
    private OsvZip() {}

    /** A zip with a document for each advisory. */
    public static byte[] of(String... documents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < documents.length; i++) {
                zip.putNextEntry(new ZipEntry(i + ".json"));
                zip.write(documents[i].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** An advisory about a project of PyPI, with the events of one range, unless there are none, and versions. */
    public static String about(String name, String id, String events, String versions) {
        String ranges = events.equals("[]") ? "[]" : "[{\"type\":\"ECOSYSTEM\",\"events\":" + events + "}]";
        return "{\"schema_version\":\"1.6.0\",\"id\":\"" + id + "\",\"modified\":\"2026-11-28T06:00:00Z\","
                + "\"affected\":[{\"package\":{\"name\":\"" + name + "\",\"ecosystem\":\"PyPI\",\"purl\":\"pkg:pypi/"
                + name + "\"},\"ranges\":" + ranges + ",\"versions\":" + versions + "}]}";
    }
}
