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
 * Shows where the cache of all builds of this user is and how large, and prunes it where asked to.
 *
 * <p>Needs no project. It waits for builds that use the cache before it removes anything; what is removed is fetched
 * again by the next build that needs it.
 */
@Mojo(name = "cache", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class CacheMojo extends CodedMojo {

    /** The cache of index pages, metadata and wheels; shared by all builds of a user. */
    @Parameter(property = "wheels.cacheDirectory")
    private @Nullable File cacheDirectory;

    /**
     * Removes what was not used for an age ({@code 12h}, {@code 30d}, {@code 4w}), what was used longest ago beyond a
     * size ({@code 500MiB}, {@code 2GiB}), both ({@code 30d,2GiB}), or all wheels and what is beyond 100 MiB
     * ({@code ci}); without a value, what was not used for 30 days.
     */
    @Parameter(property = "wheels.cache.prune")
    private @Nullable String prune;

    /** Removes everything. */
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
