// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes small wheels in memory; the same calls give the same bytes.
 *
 * <p>Example: {@code WheelBuilder.of("demo", "1.0").requires("six>=1").file("demo/__init__.py", "").build()}. Unless
 * told otherwise the wheel is pure, holds one package of its own name, and has a right {@code RECORD}.
 */
public final class WheelBuilder {
    private final String project;
    private final String version;
    private final List<String> requirements = new ArrayList<>();
    private final Set<String> extras = new LinkedHashSet<>();
    private final List<String> headers = new ArrayList<>();
    private final List<String> entryPoints = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String tags = "py3-none-any";
    private String build = "";
    private String requiresPython = "";
    private Optional<String> metadata = Optional.empty();
    private Optional<String> record = Optional.empty();
    private Optional<String> wheelFile = Optional.empty();
    private Optional<String> infoDirectory = Optional.empty();

    private WheelBuilder(String project, String version) {
        this.project = project;
        this.version = version;
    }

    /** Starts a wheel; the name is written into the file name with {@code -} and {@code .} as {@code _}. */
    public static WheelBuilder of(String project, String version) {
        return new WheelBuilder(project, version);
    }

    /** The compressed tag set, {@code py3-none-any} unless set. */
    public WheelBuilder tags(String value) {
        tags = value;
        return this;
    }

    /** The build tag of the file name. */
    public WheelBuilder build(String value) {
        build = value;
        return this;
    }

    /** Adds {@code Requires-Dist} lines. */
    public WheelBuilder requires(String... values) {
        requirements.addAll(List.of(values));
        return this;
    }

    /** Adds {@code Provides-Extra} lines. */
    public WheelBuilder extras(String... values) {
        extras.addAll(List.of(values));
        return this;
    }

    /** Sets {@code Requires-Python}. */
    public WheelBuilder requiresPython(String value) {
        requiresPython = value;
        return this;
    }

    /** Adds a line to {@code METADATA}, such as {@code Summary: A demo}. */
    public WheelBuilder header(String line) {
        headers.add(line);
        return this;
    }

    /** Adds a console script, such as {@code demo = demo:main}. */
    public WheelBuilder script(String line) {
        entryPoints.add(line);
        return this;
    }

    /** Adds a file. */
    public WheelBuilder file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file. */
    public WheelBuilder file(String path, byte[] bytes) {
        files.put(path, bytes.clone());
        return this;
    }

    /** Writes this text as {@code METADATA}, whatever else was set. */
    public WheelBuilder metadata(String text) {
        metadata = Optional.of(text);
        return this;
    }

    /** Writes this text as {@code RECORD} instead of the right one. */
    public WheelBuilder record(String text) {
        record = Optional.of(text);
        return this;
    }

    /** Writes this text as {@code WHEEL}; no such file if it is empty. */
    public WheelBuilder wheelFile(String text) {
        wheelFile = Optional.of(text);
        return this;
    }

    /** Names the {@code .dist-info} directory otherwise, without that ending. */
    public WheelBuilder infoDirectory(String name) {
        infoDirectory = Optional.of(name);
        return this;
    }

    /** Makes the wheel. */
    public BuiltWheel build() {
        String name = project.replace('-', '_').replace('.', '_');
        String info = infoDirectory.orElse(name + "-" + version) + ".dist-info/";
        String metadataText = metadata.orElseGet(this::metadataText);
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        if (all.isEmpty()) {
            all.put(name + "/__init__.py", ("VERSION = \"" + version + "\"\n").getBytes(StandardCharsets.UTF_8));
        }
        all.put(info + "METADATA", metadataText.getBytes(StandardCharsets.UTF_8));
        String wheelText = wheelFile.orElseGet(this::wheelText);
        if (!wheelText.isEmpty()) {
            all.put(info + "WHEEL", wheelText.getBytes(StandardCharsets.UTF_8));
        }
        if (!entryPoints.isEmpty()) {
            String text = "[console_scripts]\n" + String.join("\n", entryPoints) + "\n";
            all.put(info + "entry_points.txt", text.getBytes(StandardCharsets.UTF_8));
        }
        String recordText = record.orElseGet(() -> recordText(all, info + "RECORD"));
        all.put(info + "RECORD", recordText.getBytes(StandardCharsets.UTF_8));
        String filename = name + "-" + version + (build.isEmpty() ? "" : "-" + build) + "-" + tags + ".whl";
        return new BuiltWheel(name, version, filename, zip(all), metadataText, requiresPython);
    }

    private String metadataText() {
        StringBuilder text = new StringBuilder("Metadata-Version: 2.3\n");
        text.append("Name: ")
                .append(project)
                .append("\nVersion: ")
                .append(version)
                .append('\n');
        headers.forEach(line -> text.append(line).append('\n'));
        if (!requiresPython.isEmpty()) {
            text.append("Requires-Python: ").append(requiresPython).append('\n');
        }
        requirements.forEach(each -> text.append("Requires-Dist: ").append(each).append('\n'));
        extras.forEach(each -> text.append("Provides-Extra: ").append(each).append('\n'));
        return text.append("\nMade for a test.\n").toString();
    }

    private String wheelText() {
        StringBuilder text = new StringBuilder("Wheel-Version: 1.0\nGenerator: wheels-testkit\nRoot-Is-Purelib: ");
        text.append(tags.endsWith("-none-any")).append('\n');
        String[] parts = tags.split("-", 3);
        for (String python : parts[0].split("\\.", -1)) {
            for (String abi : parts[1].split("\\.", -1)) {
                for (String platform : parts[2].split("\\.", -1)) {
                    text.append("Tag: ")
                            .append(String.join("-", python, abi, platform))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String recordText(Map<String, byte[]> files, String self) {
        StringBuilder text = new StringBuilder();
        files.forEach((path, bytes) -> text.append(path.indexOf(',') < 0 ? path : '"' + path + '"')
                .append(",sha256=")
                .append(Base64.getUrlEncoder().withoutPadding().encodeToString(digest(bytes)))
                .append(',')
                .append(bytes.length)
                .append('\n'));
        return text.append(self).append(",,\n").toString();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // Local time without a zone: the zone of the machine must not reach the bytes.
                entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
