// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PlatformTag;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a user could change so that files fit which do not: the floor, the Python, or where the package comes from. */
final class WayOut {
    /** The newest Python that has wheels today. */
    private static final int NEWEST = 14;

    /** The oldest Python that wheels of today still come for. */
    private static final int OLDEST = 9;
    /** Floors that no machine has: what fits them fits some floor. */
    private static final String NO_GLIBC = "2.99";

    private static final String NO_MUSL = "1.99";

    private static final String NO_MACOS = "99.0";

    private WayOut() {}

    /** The ways out for a package none of whose files fits the target. */
    static List<String> of(PackageName name, Target target, List<WheelFile> files, boolean hasSdist) {
        List<String> ways = new ArrayList<>();
        floor(target, files)
                .ifPresent(floor -> ways.add("raise " + target.floorName().toLowerCase(Locale.ROOT)
                        + " of the target to \"" + floor + "\", if its machines have that"));
        if (ways.isEmpty()) {
            int minor =
                    Integer.parseInt(target.python().substring(target.python().indexOf('.') + 1));
            IntStream.rangeClosed(OLDEST, NEWEST)
                    .boxed()
                    .sorted(Comparator.comparingInt(other -> Math.abs(other - minor)))
                    .map(other -> "3." + other)
                    .filter(python -> fits(new Target(python, target.platform(), target.floor()), files))
                    .findFirst()
                    .ifPresent(python -> ways.add("target Python " + python));
        }
        if (hasSdist) {
            ways.add("build it from source: declare \"" + name + "\" with provider = Provider.SDIST");
        }
        ways.add("take it from nixpkgs: declare \"" + name + "\" with provider = Provider.NIXPKGS");
        ways.add("leave out the target " + target.id());
        return ways;
    }

    /** The ways out for a package that another one wants from an address. */
    static List<String> ofAddress(Requirement requirement) {
        String name = requirement.name().value();
        List<String> ways = new ArrayList<>();
        String address = requirement.url().map(url -> url.split("#", 2)[0]).orElse("");
        // One with a user or a query may hold a secret.
        boolean open = address.indexOf('@') < 0 && address.indexOf('?') < 0;
        if (open && address.startsWith("https://") && IndexSource.isDistribution(address)) {
            ways.add("if you trust that address, declare \"" + name + "\" with a source that is it: @Source(name = \""
                    + name + "\", url = \"" + address + "\", format = SourceFormat.FLAT)");
        }
        ways.add("take it from an index: overrides = \"" + name + "\" in @WheelSet");
        return ways;
    }

    /** The lowest floor that a file asks for which would fit a higher one. */
    private static Optional<PlatformTag.Floor> floor(Target target, List<WheelFile> files) {
        Target highest = new Target(
                target.python(),
                target.platform(),
                target.platform().isMusl() ? NO_MUSL : target.isLinux() ? NO_GLIBC : NO_MACOS);
        return files.stream()
                .flatMap(file -> file.filename().tags().stream())
                .filter(tag -> highest.tags().rank(tag).isPresent())
                .map(Tag::platform)
                .flatMap(platform -> PlatformTag.parse(platform).floor().stream())
                .min(Comparator.naturalOrder());
    }

    private static boolean fits(Target target, List<WheelFile> files) {
        return files.stream()
                .anyMatch(file -> target.tags().rank(file.filename()).isPresent());
    }
}
