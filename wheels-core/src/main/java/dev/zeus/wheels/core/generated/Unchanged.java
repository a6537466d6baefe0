// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.DiskCache;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.locking.LockRequest;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in the cache which declarations and generated files go together, so that a run that would read the lock,
 * and render all files, to find each as it is, finds that at once.
 *
 * <p>It goes by a digest of all that such a run goes by: the declarations, the files in the generated directory, what
 * they are rendered from beside it, the options, and the program. What was warned of is never remembered, since it
 * would not be said again, and neither is what an index was asked for.
 */
public final class Unchanged {
    private static final String BUCKET = "unchanged";

    private final LockRequest request;
    private final Path directory;
    private final Path cache;

    public Unchanged(LockRequest request, Path directory) {
        this.request = request;
        this.directory = directory;
        this.cache = request.access().cacheDirectory();
    }

    /** Whether a run that looked found these files as they should be. */
    public boolean isKnown(SortedMap<String, String> files) {
        if (!isAsked() || files.isEmpty() || !Files.isDirectory(cache)) {
            return false;
        }
        return key(files).filter(this::isMarked).isPresent();
    }

    private boolean isMarked(String key) {
        // The one who needs the cache reports what is wrong with it; this goes on without.
        try (DiskCache disk = new DiskCache(cache, EventSink.SILENT)) {
            return disk.read(BUCKET, key).isPresent();
        } catch (WheelsException e) {
            return false;
        }
    }

    /** Remembers that nothing is to be done about these files. */
    public void remember(SortedMap<String, String> files) {
        if (!Files.isDirectory(cache)) {
            return;
        }
        key(files).ifPresent(key -> {
            try (DiskCache disk = new DiskCache(cache, EventSink.SILENT)) {
                disk.write(BUCKET, key, DiskCache.Entry.of(new byte[0]));
            } catch (WheelsException e) {
                // The next run looks for itself.
            }
        });
    }

    /** Whether a run may find that there is nothing to do. */
    private boolean isAsked() {
        return request.update() instanceof LockUpdate.Keep || request.update() instanceof LockUpdate.Locked;
    }

    private Optional<String> key(SortedMap<String, String> files) {
        try {
            return Optional.of(new RunDigest()
                    .add(program())
                    .add(RenderInputs.of(request.set(), directory))
                    .add(directory)
                    .add(request.excludeNewer())
                    .add(request.access().addresses().entrySet().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList())
                    .add(snapshot())
                    .add(files)
                    .hex());
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<String> snapshot() throws IOException {
        Optional<Path> file = request.snapshot().filter(Files::exists);
        return file.isPresent() ? Optional.of(Files.readString(file.get())) : Optional.empty();
    }

    /** The build of what reads and renders: where it is, how large, and of when. */
    private static List<String> program() throws IOException, URISyntaxException {
        List<String> files = new ArrayList<>();
        for (Class<?> each : List.of(Lock.class, Version.class, NixExpr.class, WheelSetDeclaration.class)) {
            @Nullable CodeSource source = each.getProtectionDomain().getCodeSource();
            if (source == null) {
                throw new IOException(each + " is of nowhere");
            }
            try (Stream<Path> all = Files.walk(Path.of(source.getLocation().toURI()))) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    files.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }
}
