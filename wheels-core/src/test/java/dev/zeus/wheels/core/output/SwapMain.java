// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.output;

import dev.zeus.wheels.core.event.EventSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A process that changes sources and generated files between two states, for ever. */
final class SwapMain {
    static final List<String> STATES = List.of("A", "B");

    private SwapMain() {}

    public static void main(String... arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        System.out.println("ready");
        for (int i = 0; ; i++) {
            swap(home, STATES.get(i % 2));
        }
    }

    static GeneratedDirectory directory(Path home) {
        return new GeneratedDirectory(home.resolve("generated"), text -> text.startsWith("# ours"));
    }

    static void swap(Path home, String state) throws IOException {
        try (Reservation mine = directory(home).reserve(EventSink.SILENT)) {
            mine.replace(files(state), change(home, state));
        }
    }

    static SortedMap<String, String> files(String state) {
        return new TreeMap<>(Map.of("lock.toml", "# ours\n" + state.repeat(5000), "nix/a.nix", "# ours " + state));
    }

    /** What the sources are in a state: one that differs, and one that only one of the two has. */
    static SortedMap<String, String> sources(String state) {
        return new TreeMap<>(Map.of("src/a/Both.java", state.repeat(9), "src/b/Only" + state + ".java", state));
    }

    private static SourceChange change(Path home, String state) throws IOException {
        SortedMap<Path, SourceChange.Edit> edits = new TreeMap<>();
        SortedMap<String, String> after = sources(state);
        for (String each : STATES) {
            for (String name : sources(each).keySet()) {
                Path path = home.resolve(name);
                edits.put(
                        path,
                        new SourceChange.Edit(
                                Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty(),
                                Optional.ofNullable(after.get(name))
                                        .map(text -> text.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return new SourceChange(edits);
    }
}
