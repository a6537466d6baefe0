package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.Yank;
import java.util.List;
import java.util.Optional;

/**
 * How a locked version stands: what its index said of it when it was last asked. Nothing is rendered from it.
 *
 * @param yanked that locked files of it were withdrawn
 * @param vulnerabilities what the last audit found, by id
 */
public record Standing(Optional<Yank> yanked, List<Advisory> vulnerabilities) {
    /** Of a version that nothing is said against. */
    public static final Standing GOOD = new Standing(Optional.empty(), List.of());

    public Standing {
        vulnerabilities = vulnerabilities.stream().sorted().toList();
    }

    /** The same with what an audit found now. */
    public Standing with(List<Advisory> found) {
        return new Standing(yanked, found);
    }
}
