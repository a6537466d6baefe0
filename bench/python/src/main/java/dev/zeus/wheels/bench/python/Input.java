// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.python;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What both sides are asked, as files that both read: real versions, specifiers and markers of 300 projects.
 *
 * @param folder where the files are
 */
record Input(Path folder) {
    static final int VERSIONS = 1_000_000;
    /** Pairs are all of these with all of those. */
    static final int SIDE = 1_000;

    /** Writes the files, from what wheels-python's tests gathered. */
    static Input write(Path gathered, Path folder) throws IOException {
        List<String> versions = lines(gathered.resolve("real-versions.txt.gz")).stream()
                .filter(Input::isVersion)
                .toList();
        List<Requirement> requirements = lines(gathered.resolve("real-requires-dist.txt.gz")).stream()
                .flatMap(text -> requirement(text).stream())
                .toList();
        Files.createDirectories(folder);
        List<String> many = new ArrayList<>(VERSIONS);
        for (int i = 0; many.size() < VERSIONS; i++) {
            String version = versions.get((int) (i * 7919L % versions.size()));
            // Distinct, so that neither side answers from a cache.
            many.add(lastNumberRaised(version, i / versions.size()));
        }
        Files.write(folder.resolve("versions.txt"), many);
        Files.write(folder.resolve("specifiers.txt"), some(specifiers(requirements)));
        Files.write(folder.resolve("candidates.txt"), some(versions));
        Files.write(folder.resolve("markers.txt"), some(markers(requirements)));
        return new Input(folder);
    }

    List<String> read(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastNumberRaised(String version, int by) {
        int end = version.length();
        while (end > 0 && !Character.isDigit(version.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isDigit(version.charAt(start - 1))) {
            start--;
        }
        return version.substring(0, start)
                + new BigInteger("0" + version.substring(start, end)).add(BigInteger.valueOf(by))
                + version.substring(end);
    }

    private static List<String> specifiers(List<Requirement> requirements) {
        return requirements.stream()
                .map(requirement -> requirement.specifiers().toString())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> markers(List<Requirement> requirements) {
        return requirements.stream()
                .flatMap(requirement -> requirement.marker().stream())
                .map(Object::toString)
                .distinct()
                .toList();
    }

    private static boolean isVersion(String text) {
        try {
            return !Version.parse(text).toString().isEmpty();
        } catch (PackagingParseException e) {
            return false;
        }
    }

    /** Old releases have requirements that neither side reads. */
    private static Optional<Requirement> requirement(String text) {
        try {
            return Optional.of(Requirement.parse(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** As many as a side of the pairs has, spread over all. */
    private static List<String> some(List<String> all) {
        List<String> some = new ArrayList<>(SIDE);
        for (int i = 0; i < SIDE; i++) {
            some.add(all.get((int) (i * 7919L % all.size())));
        }
        return some;
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
