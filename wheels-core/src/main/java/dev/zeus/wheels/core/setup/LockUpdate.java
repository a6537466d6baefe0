// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a run may move the lock. */
public sealed interface LockUpdate {

    /** Locked versions stay wherever the declarations still allow them. */
    record Keep() implements LockUpdate {}

    /** Nothing may change: a lock that does not answer the declarations is an error. */
    record Locked() implements LockUpdate {}

    /** Every package may move. */
    record UpgradeAll() implements LockUpdate {}

    /** The named packages may move; others only where those force them to. */
    record UpgradePackages(SortedSet<PackageName> names) implements LockUpdate {}

    /** The packages of one source are resolved anew; every other one stays exactly as it is. */
    record UpgradeSource(String source) implements LockUpdate {}

    /** Whether a lock that answers the declarations stays as it is. */
    default boolean keepsAnAnswer() {
        return this instanceof Keep || this instanceof Locked;
    }

    /** Whether a package that is locked from a source stays as it is, as long as nothing else moves it. */
    default boolean keeps(PackageName name, String source) {
        if (this instanceof UpgradePackages upgrade) {
            return !upgrade.names().contains(name);
        }
        if (this instanceof UpgradeSource upgrade) {
            return !upgrade.source().equals(source);
        }
        return !(this instanceof UpgradeAll);
    }

    /**
     * The update that a user's options ask for.
     *
     * @param upgrade {@code true}, {@code false} or names separated by commas; null where not given
     * @param source the name of a source; null where not given
     * @param locked whether the lock must not change
     * @throws WheelsException D201 where the options contradict each other, D202 if a name is malformed
     */
    static LockUpdate of(@Nullable String upgrade, @Nullable String source, boolean locked) {
        boolean upgrading = upgrade != null && !upgrade.isBlank() && !upgrade.equals("false");
        if ((locked ? 1 : 0) + (upgrading ? 1 : 0) + (source == null ? 0 : 1) > 1) {
            throw new WheelsException(
                    OptionProblem.EXCLUSIVE_OPTIONS,
                    "wheels.locked, wheels.upgrade and wheels.source exclude each other",
                    "give only one of them");
        }
        if (locked) {
            return new Locked();
        }
        if (source != null) {
            return new UpgradeSource(source);
        }
        if (upgrade == null || !upgrading) {
            return new Keep();
        }
        return upgrade.equals("true") ? new UpgradeAll() : new UpgradePackages(names(upgrade));
    }

    private static SortedSet<PackageName> names(String list) {
        List<String> words = OptionWords.of(list);
        // Commas alone name no package, and are no wish to upgrade nothing.
        return (words.isEmpty() ? List.of(list) : words)
                .stream().map(LockUpdate::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static PackageName name(String text) {
        try {
            return PackageName.parse(text);
        } catch (PackagingParseException e) {
            throw new WheelsException(
                    OptionProblem.BAD_UPGRADE,
                    "wheels.upgrade names \"" + text + "\", which is not a package name",
                    "separate package names by commas, as in -Dwheels.upgrade=numpy,pandas");
        }
    }
}
