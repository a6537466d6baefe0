// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.python.Advisory;
import dev.zeus.wheels.python.Publisher;
import dev.zeus.wheels.python.Yank;
import java.util.List;
import java.util.Optional;

/**
 * How a locked version stands: what its index said of it when it was last asked. Nothing is rendered from it.
 *
 * @param yanked that locked files of it were withdrawn
 * @param vulnerabilities what the last audit found, by id
 * @param publishers who published its locked files; none where that was not asked, or not all of them say so
 */
public record Standing(Optional<Yank> yanked, List<Advisory> vulnerabilities, List<Publisher> publishers) {
    /** Of a version that nothing is said against. */
    public static final Standing GOOD = new Standing(Optional.empty(), List.of(), List.of());

    public Standing {
        vulnerabilities = vulnerabilities.stream().sorted().toList();
        publishers = publishers.stream().distinct().sorted().toList();
    }

    /** The status of a version whose publishers were not asked for. */
    public Standing(Optional<Yank> yanked, List<Advisory> vulnerabilities) {
        this(yanked, vulnerabilities, List.of());
    }

    /** The same with what an audit found now. */
    public Standing with(List<Advisory> found) {
        return new Standing(yanked, found, publishers);
    }

    /** The same with who published its files. */
    public Standing publishedBy(List<Publisher> others) {
        return new Standing(yanked, vulnerabilities, others);
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Standing that
                && yanked.equals(that.yanked)
                && vulnerabilities.equals(that.vulnerabilities)
                && publishers.equals(that.publishers);
    }

    @Override
    public int hashCode() {
        return 31 * yanked.hashCode() + vulnerabilities.hashCode();
    }
}
