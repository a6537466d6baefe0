// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which versions and files every target installs: {@code generated/pylock.toml}.
 *
 * @param inputs what it was resolved from
 * @param uploadedBefore the moment before which every file was uploaded, where the set asks for one
 * @param targets the targets, by Python version and system
 * @param packages the packages, by name and version
 * @param nixpkgs what nixpkgs supplies of it, where that was asked
 * @see <a href="https://packaging.python.org/specifications/pylock-toml/">pylock.toml (PEP 751)</a>
 */
public record Lock(
        LockInputs inputs,
        Optional<Instant> uploadedBefore,
        List<Target> targets,
        List<LockedPackage> packages,
        Optional<NixpkgsShare> nixpkgs) {
    private static final Comparator<LockedPackage> BY_NAME = Comparator.comparing(LockedPackage::name)
            .thenComparing(LockedPackage::version)
            .thenComparing(LockedPackage::source);

    public Lock {
        targets = targets.stream().sorted().toList();
        packages = packages.stream().sorted(BY_NAME).toList();
    }

    /** A lock for which it was not asked what nixpkgs supplies. */
    public Lock(
            LockInputs inputs, Optional<Instant> uploadedBefore, List<Target> targets, List<LockedPackage> packages) {
        this(inputs, uploadedBefore, targets, packages, Optional.empty());
    }

    /** The same lock with other packages. */
    public Lock with(List<LockedPackage> others) {
        return new Lock(inputs, uploadedBefore, targets, others, nixpkgs);
    }

    /** The same lock with another moment before which its files were uploaded. */
    public Lock uploadedBefore(Optional<Instant> moment) {
        return new Lock(inputs, moment, targets, packages, nixpkgs);
    }

    /** The same lock with what nixpkgs supplies of it. */
    public Lock with(NixpkgsShare share) {
        return new Lock(inputs, uploadedBefore, targets, packages, Optional.of(share));
    }

    /**
     * Reads a lock.
     *
     * @throws WheelsException L101 merge conflict, L102 newer schema, L103 cut or edited, L104 no TOML, L105 not a lock
     */
    public static Lock parse(String toml) {
        return LockReader.read(toml);
    }

    /** The text of the file; the same lock gives the same bytes. */
    public String toToml() {
        return LockPrinter.print(this);
    }

    /** The ids of all targets. */
    public SortedSet<String> ids() {
        return targets.stream().map(Target::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The target of some that is resolved first, whose versions the others prefer: the newest Python. */
    public static Target leader(List<Target> targets) {
        Comparator<Target> newestPython = Comparator.comparing(target -> Version.parse(target.python()));
        return targets.stream()
                .filter(target -> newestPython.compare(target, Collections.max(targets, newestPython)) == 0)
                .max(Comparator.comparing(Target::system))
                .orElseThrow();
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Lock that
                && inputs.equals(that.inputs)
                && uploadedBefore.equals(that.uploadedBefore)
                && targets.equals(that.targets)
                && packages.equals(that.packages)
                && nixpkgs.equals(that.nixpkgs);
    }

    @Override
    public int hashCode() {
        return 31 * inputs.hashCode() + packages.hashCode();
    }
}
