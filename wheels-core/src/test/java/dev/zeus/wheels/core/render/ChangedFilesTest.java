// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.core.lock.PackageFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a package which comes or goes changes the files it is in, those that name it, and no other. */
class ChangedFilesTest {
    private static final String HAND = "{ python3Packages }: python3Packages.buildPythonPackage { pname = \"hand\"; }";

    /** The sample without one of its packages; whole if it does not contain that package. */
    private static SortedMap<String, String> rendered(String without, String inputs) {
        List<WheelDeclaration> wheels = Stream.of("leaf", "other-name", "rust", "far")
                .filter(name -> !name.equals(without))
                .map(Sets::wheel)
                .toList();
        List<CustomPackageDeclaration> customs = Stream.of("hand")
                .filter(name -> !name.equals(without))
                .map(name -> new CustomPackageDeclaration(
                        "com.acme.Hand", name, name, HAND, List.of("3.12"), "", List.of(), List.of(PackageTest.IMPORT)))
                .toList();
        LockBuilder lock = new LockBuilder().pure("base");
        if (!without.equals("leaf")) {
            lock.pure("leaf");
        }
        if (!without.equals("other-name")) {
            lock.pure("other-name");
        }
        if (!without.equals("transitive")) {
            lock.pure("transitive");
        }
        if (!without.equals("rust")) {
            lock.add(
                    "pypi",
                    NO_FACTS,
                    List.of(),
                    wheel("rust-1.0-cp312-cp312-manylinux_2_28_x86_64.whl", "cp312-x86_64-linux"));
        }
        lock.add(
                "pypi",
                NO_FACTS,
                List.of(),
                wheel("steel-1.0-cp312-cp312-manylinux_2_28_x86_64.whl", "cp312-x86_64-linux"));
        if (!without.equals("far")) {
            lock.add("nautech", licensed(), List.of(), wheel("far-1.0-py3-none-any.whl", ""));
        }
        return Renderer.render(Sets.of(wheels, customs), lock.lock(inputs));
    }

    private static PackageFacts licensed() {
        return new PackageFacts(
                Optional.empty(), Optional.of("Zlib"), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /** Names are in the two index files only where they are declared, or where an alias is another word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leaf       | checks.nix default.nix pypi/universal.nix",
                "other-name | checks.nix default.nix extension.nix pypi/universal.nix",
                "transitive | pypi/universal.nix",
                "rust       | checks.nix default.nix pypi/x86_64-linux.nix",
                "far        | checks.nix default.nix extension.nix licenses.nix nautech/universal.nix package-meta.nix",
                "hand       | checks.nix custom/hand.nix default.nix extension.nix",
            })
    void aPackageChangesTheFilesItIsInAndThoseThatNameIt(String name, String files) {
        SortedMap<String, String> whole = rendered("", "a");
        SortedMap<String, String> less = rendered(name, "b");
        Set<String> changed = new TreeSet<>(whole.keySet());
        changed.addAll(less.keySet());
        changed.removeIf(path -> Optional.ofNullable(whole.get(path)).equals(Optional.ofNullable(less.get(path))));

        assertThat(changed).isEqualTo(new TreeSet<>(List.of(files.split(" ", -1))));
        assertThat(whole).hasSizeGreaterThan(changed.size() + 5);
    }

    /** As a reader checks it: {@code tail -n +3 FILE | sha256sum}. */
    @Test
    void theHeaderHasTheDigestOfWhatFollows() throws Exception {
        SortedMap<String, String> digests = new TreeMap<>();
        SortedMap<String, String> headers = new TreeMap<>();
        for (var file : rendered("", "a").entrySet()) {
            String[] parts = file.getValue().split("\n", 3);
            headers.put(file.getKey(), parts[1]);
            byte[] rest = parts[2].getBytes(StandardCharsets.UTF_8);
            digests.put(
                    file.getKey(),
                    "# Contents: sha256:"
                            + HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(rest)));
        }

        assertThat(headers).isEqualTo(digests);
    }
}
