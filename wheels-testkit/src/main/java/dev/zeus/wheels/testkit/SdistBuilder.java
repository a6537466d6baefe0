// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Builds a source distribution in memory.
 *
 * <p>Example: {@code SdistBuilder.of("demo", "1.0").file("PKG-INFO", "…").bytes()} is a {@code demo-1.0.tar.gz}.
 */
public final class SdistBuilder {
    private static final int BLOCK = 512;

    private final String stem;
    private final Map<String, byte[]> files = new TreeMap<>();

    private SdistBuilder(String stem) {
        this.stem = stem;
    }

    /** An archive that holds nothing yet. */
    public static SdistBuilder of(String name, String version) {
        return new SdistBuilder(name.replace('-', '_') + "-" + version);
    }

    /** The file name. */
    public String filename() {
        return stem + ".tar.gz";
    }

    /** Adds a file below the archive's one directory. */
    public SdistBuilder file(String path, String text) {
        files.put(stem + "/" + path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds {@code PKG-INFO}, with more of its lines. */
    public SdistBuilder info(String metadataVersion, String... lines) {
        int dash = stem.lastIndexOf('-');
        return file(
                "PKG-INFO",
                "Metadata-Version: " + metadataVersion + "\nName: " + stem.substring(0, dash) + "\nVersion: "
                        + stem.substring(dash + 1) + "\n" + String.join("\n", lines) + "\n");
    }

    /** The archive. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                gzip.write(header(file.getKey(), file.getValue().length));
                gzip.write(file.getValue());
                gzip.write(new byte[(BLOCK - file.getValue().length % BLOCK) % BLOCK]);
            }
            gzip.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A header of the POSIX format ustar. */
    private static byte[] header(String path, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, String.format("%011o", size));
        put(header, 136, "00000000000");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte each : header) {
            sum += each;
        }
        put(header, 148, String.format("%06o", sum));
        header[154] = 0;
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
