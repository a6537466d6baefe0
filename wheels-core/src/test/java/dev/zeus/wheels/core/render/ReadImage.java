// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A container image as it is loaded: its configuration, and its layers with their files, the lowest first.
 *
 * @param config what it runs
 * @param layers by checksum
 */
record ReadImage(JsonNode config, Map<String, Layer> layers) {
    /**
     * @param bytes its size as an archive
     * @param files what is in it, by path, with the mode of each
     */
    record Layer(long bytes, SortedMap<String, Integer> files) {
        boolean has(String part) {
            return files.keySet().stream().anyMatch(file -> file.contains(part));
        }
    }

    /** Reads an archive that {@code docker load} would take. */
    static ReadImage read(Path archive) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (InputStream in = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), tar.readAllBytes());
            }
        }
        ObjectMapper json = new ObjectMapper();
        JsonNode manifest = json.readTree(entries.get("manifest.json")).get(0);
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (JsonNode layer : manifest.get("Layers")) {
            byte[] bytes = Objects.requireNonNull(entries.get(layer.textValue()), layer.textValue());
            layers.put(layer.textValue(), new Layer(bytes.length, files(bytes)));
        }
        JsonNode whole = json.readTree(entries.get(manifest.get("Config").textValue()));
        return new ReadImage(whole.get("config"), layers);
    }

    private static SortedMap<String, Integer> files(byte[] layer) throws IOException {
        SortedMap<String, Integer> files = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(layer))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName().replaceFirst("^(\\./|/)?", "/").replaceFirst("/$", ""), entry.getMode());
            }
        }
        return files;
    }

    /** The layers that have a file whose path contains a text. */
    List<Layer> with(String part) {
        return layers.values().stream().filter(layer -> layer.has(part)).toList();
    }

    /** How many bytes are sent to a machine that already has another image. */
    long bytesAfter(ReadImage other) {
        return layers.entrySet().stream()
                .filter(layer -> !other.layers().containsKey(layer.getKey()))
                .mapToLong(layer -> layer.getValue().bytes())
                .sum();
    }

    Stream<String> files() {
        return layers.values().stream().flatMap(layer -> layer.files().keySet().stream());
    }

    /** The texts of an array of the configuration. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        config.get(name).forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
