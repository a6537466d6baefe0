// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.http.CacheDirectory;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Remembers of which wheels all imports have passed, so that they are not unpacked and imported in every run.
 *
 * <p>It holds for the very wheels in their order, which of them are declared, the modules, the Python, the libraries of
 * the system (Linux notes each change of them in {@code /etc/ld.so.cache}), and the build of the checks. Which packages
 * were not run, and why, is remembered, too. Where anything failed or could not be asked for lack of a Python, nothing
 * is.
 */
final class PassedImports {
    private static final Path SYSTEM_LIBRARIES = Path.of("/etc/ld.so.cache");

    /** How imports are asked for: what passed in another way is not remembered. */
    private static final String WAY = "each package in a process of its own";

    /** The last line, without which the writing was cut short. */
    private static final String END = ".";

    /** It has a line for each package that was not run; a larger file was not written here. */
    private static final int LARGEST = 16 << 20;

    private final Path file;

    private PassedImports(Path file) {
        this.file = file;
    }

    /**
     * The cached answer of one question; empty if the question cannot be identified.
     *
     * @param directory where memories are
     * @param modules what is imported
     * @param declared whether a wheel is declared
     */
    static Optional<PassedImports> of(
            Path directory,
            HostPython python,
            Target target,
            List<CheckedWheel> wheels,
            List<String> modules,
            Predicate<CheckedWheel> declared) {
        if (SoundWheels.program().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        try {
            line(text, WAY);
            line(text, SoundWheels.program().get());
            line(text, file(python.executable().toRealPath()));
            line(text, python.version() + " " + python.floor() + " " + target.id() + " " + target.floor());
            line(text, System.getProperty("os.name") + " " + System.getProperty("os.version"));
            line(text, Files.exists(SYSTEM_LIBRARIES) ? file(SYSTEM_LIBRARIES) : "");
        } catch (IOException e) {
            return Optional.empty();
        }
        wheels.forEach(wheel -> line(text, wheel.wheel().sha256().hex() + ' ' + declared.test(wheel)));
        modules.forEach(module -> line(text, module));
        Sha256 key = Sha256.of(text.toString());
        return Optional.of(
                new PassedImports(directory.resolve(key.hex().substring(0, 2)).resolve(key.hex())));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String file(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return file + " " + attributes.size() + " " + attributes.lastModifiedTime();
    }

    /** Of the packages that were not run, why, by name; empty where it is not known that all others have passed. */
    Optional<Map<String, String>> recall() {
        Map<String, String> reasons = new TreeMap<>();
        try {
            List<String> lines = PlainFile.readString(file, LARGEST).lines().toList();
            int last = lines.size() - 1;
            if (last < 0 || !lines.get(last).equals(END)) {
                return Optional.empty();
            }
            for (String line : lines.subList(0, last)) {
                int space = line.indexOf(' ');
                reasons.put(line.substring(0, space), line.substring(space + 1));
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
        CacheDirectory.touch(file);
        return Optional.of(reasons);
    }

    /** Remembers that they have passed but for some; a cache that cannot be written remembers nothing. */
    void remember(Map<String, String> reasons) {
        StringBuilder text = new StringBuilder();
        reasons.forEach((name, reason) -> line(text, name + ' ' + reason));
        line(text, END);
        try {
            CacheDirectory.create(file.resolveSibling(""));
            // Whatever is there is replaced, never written into: it may be a link or a FIFO.
            DurableFile.replace(file, text.toString());
        } catch (IOException e) {
            // The next run imports again.
        }
    }
}
