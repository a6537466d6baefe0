// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.DiskCache;
import dev.zeus.wheels.core.http.FolderHttp;
import dev.zeus.wheels.core.http.Http;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.HttpProblem;
import dev.zeus.wheels.core.wheel.WheelStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All declared indexes of a run behind one client, one cache and one store of wheels.
 *
 * <p>Example: {@code try (PackageIndexes indexes = PackageIndexes.open(sources, cache, generated, HttpOptions.DEFAULTS,
 * events)) { indexes.of("pypi").page(name).join(); }}. A package is asked of the index its declaration names and of no
 * other.
 */
public final class PackageIndexes implements AutoCloseable {
    /** How long a file of the cache that is being written at the end may take. */
    private static final int LAST_WRITE_SECONDS = 5;

    private final Map<String, PackageIndex> indexes;
    private final WheelStore wheels;
    private final Http http;
    private final ExecutorService executor;

    private PackageIndexes(Map<String, PackageIndex> indexes, WheelStore wheels, Http http, ExecutorService executor) {
        this.indexes = indexes;
        this.wheels = wheels;
        this.http = http;
        this.executor = executor;
    }

    /**
     * Opens the indexes; nothing is asked yet.
     *
     * @param sources the declared indexes; their hosts may be this machine, and speak plain http where they are
     *     declared so
     * @param cacheDirectory where pages, metadata and wheels are kept, such as {@code CacheDirectory.standard(…)}
     * @param lockDirectory what paths of locked files are relative to
     * @param options how the client behaves
     * @param events told of retries and of what is odd
     */
    public static PackageIndexes open(
            List<IndexSource> sources, Path cacheDirectory, Path lockDirectory, HttpOptions options, EventSink events) {
        Set<String> hosts = new HashSet<>(options.trustedHosts());
        Set<String> plain = new HashSet<>(options.plainHosts());
        List<Path> folders = new ArrayList<>();
        for (IndexSource source : sources) {
            if (source.isFolder()) {
                Path path = Path.of(source.url()).normalize();
                folders.add(source.isOneFile() ? path.resolveSibling("") : path);
            } else {
                String host = String.valueOf(source.url().getHost());
                hosts.add(host);
                if (String.valueOf(source.url().getScheme()).equals("http")) {
                    plain.add(host);
                }
            }
        }
        DiskCache cache = new DiskCache(cacheDirectory, events);
        // Before anything is open that would have to be closed: what is not a place for a cache is refused here.
        Path content = cache.directory();
        Http http = new FolderHttp(
                Http.open(options.withTrustedHosts(hosts).withPlainHosts(plain), cache, events),
                lockDirectory,
                folders,
                options.settings());
        ExecutorService executor = executor(options.connections());
        WheelStore store = new WheelStore(content, http, executor, events);
        UnhashedFiles unhashed = new UnhashedFiles(cache, store);
        WheelReader reader = new WheelReader(http, cache, unhashed, new SidecarHosts(), events);
        SdistReader sdists = new SdistReader(unhashed);
        Map<String, PackageIndex> indexes = new TreeMap<>();
        for (IndexSource source : sources) {
            FileContents contents = new FileContents(reader, sdists, executor);
            indexes.put(
                    source.name(),
                    source.format() == SourceFormat.FLAT
                            ? new FlatIndex(source, http, contents, executor, events)
                            : new SimpleIndex(source, http, contents, executor, events));
        }
        return new PackageIndexes(indexes, store, http, executor);
    }

    private static ExecutorService executor(int threads) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "wheels-index-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The index of a source.
     *
     * @throws WheelsException {@code X430} if no source has that name
     */
    public PackageIndex of(String source) {
        @Nullable PackageIndex index = indexes.get(source);
        if (index == null) {
            throw new WheelsException(
                    IndexProblem.NO_SUCH_SOURCE,
                    "there is no source \"" + source + "\"; declared: " + String.join(", ", indexes.keySet()),
                    "add @Source(name = \"" + source + "\", url = …) to the wheel set, or correct the name");
        }
        return index;
    }

    /** The store of whole wheels. */
    public WheelStore wheels() {
        return wheels;
    }

    /** Whether something failed because the run is offline and the cache lacks what it asked for. */
    public static boolean isOutOfReach(WheelsException e) {
        return e.problem().is(HttpProblem.NOT_CACHED);
    }

    /** Ends what is under way and waits for it, so that nothing writes to the cache afterwards. */
    @Override
    public void close() {
        executor.shutdownNow();
        wheels.close();
        http.close();
        try {
            executor.awaitTermination(LAST_WRITE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
