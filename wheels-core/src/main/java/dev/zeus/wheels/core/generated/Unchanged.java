// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.disk.FileState;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.locking.LockRequest;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.python.InvisibleCharacters;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in the cache which declarations and generated files go together, so that a run that would read the lock,
 * and render all files, to find each as it is, finds that at once.
 *
 * <p>It goes by all that such a run goes by, word for word: the declarations, the files in the generated directory,
 * what they are rendered from beside it, the options, and the program. A digest of that would take a JVM that is new
 * longer than to compare it. What was warned of is never remembered, since it would not be said again, and neither is
 * what an index was asked for.
 */
public final class Unchanged {
    /** What is larger is remembered by its digest. */
    private static final int LARGEST = 4 << 20;

    /** A larger snapshot is none (NixpkgsSnapshot). */
    private static final int LARGEST_SNAPSHOT = 64 << 20;

    private final LockRequest request;
    private final Path directory;
    private final Path cache;
    private Optional<byte[]> begun = Optional.empty();

    public Unchanged(LockRequest request, Path directory) {
        this.request = request;
        this.directory = directory;
        this.cache = request.access().cacheDirectory();
    }

    /**
     * Notes what the run goes by, before it does.
     *
     * @throws WheelsException N320, N321 where that cannot be used
     */
    public void begin() {
        begun = inputs();
    }

    /**
     * Whether a run that looked found these files as they should be, or made them so.
     *
     * @param files their texts, or the bytes of these
     */
    public boolean isKnown(SortedMap<String, ?> files) {
        if (!request.update().keepsAnAnswer() || files.isEmpty() || !Files.isDirectory(cache)) {
            return false;
        }
        if (begun.isEmpty()) {
            begin();
        }
        if (begun.isEmpty()) {
            return false;
        }
        byte[] inputs = begun.get();
        return RunMark.of(cache, directory, inputs).says(body(inputs, files));
    }

    /**
     * Remembers that nothing is to be done about these files, unless what they were made from has changed meanwhile.
     */
    public void remember(SortedMap<String, String> files) {
        if (begun.isEmpty() || !Files.isDirectory(cache)) {
            return;
        }
        byte[] before = begun.get();
        if (Arrays.equals(before, inputs().orElse(new byte[0]))) {
            RunMark.of(cache, directory, before).write(body(before, files));
        }
    }

    private static byte[] body(byte[] inputs, SortedMap<String, ?> files) {
        byte[] all = new RunForm().add(inputs).add(files).bytes();
        return all.length <= LARGEST ? all : Sha256.of(all).hex().getBytes(StandardCharsets.UTF_8);
    }

    private Optional<byte[]> inputs() {
        try {
            return Optional.of(new RunForm()
                    .add(program())
                    .add(RenderInputs.of(request.set(), directory))
                    .add(directory.toString())
                    .add(request.excludeNewer())
                    .add(new TreeMap<>(request.access().addresses()))
                    .add(snapshot())
                    .bytes());
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<String> snapshot() throws IOException {
        Optional<Path> file = request.snapshot();
        return file.isPresent() && Files.exists(file.get())
                ? Optional.of(PlainFile.readString(file.get(), LARGEST_SNAPSHOT))
                : Optional.empty();
    }

    /** The build of what reads and renders: where it is, how large, and of when. */
    private static List<String> program() throws IOException, URISyntaxException {
        List<String> files = new ArrayList<>();
        for (Class<?> each :
                List.of(Unchanged.class, InvisibleCharacters.class, NixExpr.class, WheelSetDeclaration.class)) {
            @Nullable CodeSource source = each.getProtectionDomain().getCodeSource();
            if (source == null) {
                throw new IOException(each + " is of nowhere");
            }
            Path place = Path.of(source.getLocation().toURI());
            files.add(place + " " + FileState.of(place).text());
        }
        return files;
    }
}
