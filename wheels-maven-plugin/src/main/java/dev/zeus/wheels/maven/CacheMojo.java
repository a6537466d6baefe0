// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.CacheUpkeep;
import dev.zeus.wheels.core.PruneRule;
import dev.zeus.wheels.core.setup.IndexAccess;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the location and the size of the cache that all builds of this user share, and prunes it on request.
 *
 * <p>Needs no project. Waits for builds that use the cache before it removes anything. The next build that needs a
 * removed entry fetches it again.
 */
@Mojo(name = "cache", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class CacheMojo extends CodedMojo {

    /** The cache of index pages, metadata and wheels; shared by all builds of a user. */
    @Parameter(property = "wheels.cacheDirectory")
    private @Nullable File cacheDirectory;

    /**
     * Removes entries that were not used for an age ({@code 12h}, {@code 30d}, {@code 4w}), the least recently used
     * entries beyond a size ({@code 500MiB}, {@code 2GiB}), both ({@code 30d,2GiB}), or all wheels and everything
     * beyond 100 MiB ({@code ci}). Without a value, the age is 30 days.
     */
    @Parameter(property = "wheels.cache.prune")
    private @Nullable String prune;

    /** Removes everything, and ends the JVMs that have stayed for the next run. */
    @Parameter(property = "wheels.cache.clean", defaultValue = "false")
    private boolean clean;

    @Override
    void perform() {
        Path directory = cacheDirectory == null ? IndexAccess.standard().cacheDirectory() : cacheDirectory.toPath();
        watched(progress -> CacheUpkeep.run(directory, rule(), progress))
                .lines()
                .forEach(getLog()::info);
    }

    @Override
    Optional<Path> failureFile() {
        return Optional.empty();
    }

    private Optional<PruneRule> rule() {
        if (clean) {
            return Optional.of(PruneRule.CLEAN);
        }
        return Optional.ofNullable(prune).map(PruneRule::parse);
    }
}
