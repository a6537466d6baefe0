// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PlatformTag.Floor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be checked.
 *
 * @param lock the lock
 * @param targets the targets of the lock to look at
 * @param tests the tests of declared packages; every test applies to a package that is not in it
 * @param recipes what is declared of how Nix builds packages
 * @param closures the packages that are there when Nix builds each, in which it looks for libraries
 * @param licenses which licences packages may have
 * @param inspections the user's own checks
 * @param reading how much of the wheels is read
 */
public record CheckRequest(
        Lock lock,
        List<Target> targets,
        Map<PackageName, Set<PackageTest>> tests,
        Map<PackageName, RecipeDeclaration> recipes,
        Map<PackageName, Set<PackageName>> closures,
        LicensePolicy licenses,
        List<WheelInspection> inspections,
        WheelReading reading) {
    private static final Set<PackageTest> ALL = Set.of(PackageTest.values());

    public CheckRequest {
        targets = List.copyOf(targets);
        tests = Map.copyOf(tests);
        recipes = Map.copyOf(recipes);
        closures = Map.copyOf(closures);
        inspections = List.copyOf(inspections);
    }

    /** Whether a Python of this machine could import a wheel on one of the targets. */
    boolean mayRunHere(LockedWheel wheel) {
        return targets.stream()
                .anyMatch(target -> target.system().equals(HostSystem.name())
                        && wheel.targets().contains(target.id()));
    }

    /** The lowest floor of all targets that install a wheel; empty where they are of several kinds. */
    Optional<Floor> leastFloor(LockedWheel wheel) {
        List<Target> installing = lock.targets().stream()
                .filter(target -> wheel.targets().contains(target.id()))
                .toList();
        boolean oneKind = installing.stream().map(Target::isLinux).distinct().count() == 1;
        return oneKind
                ? installing.stream().map(target -> floor(target.floor())).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static Floor floor(String text) {
        String[] numbers = text.split("\\.", -1);
        return new Floor(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    boolean wants(PackageName name, Check check) {
        return check.test().map(tests.getOrDefault(name, ALL)::contains).orElse(true);
    }

    /** Whether a package is there only because others require it. */
    boolean isBroughtAlong(PackageName name) {
        return !tests.containsKey(name);
    }

    /** Whether a package is there when Nix builds another one, or is that itself. */
    boolean isBuiltAfter(PackageName name, PackageName other) {
        return name.equals(other) || closures.getOrDefault(name, Set.of()).contains(other);
    }

    RecipeDeclaration recipe(PackageName name) {
        return recipes.getOrDefault(name, RecipeDeclaration.USUAL);
    }

    /** The locked packages of a target, in the lock's order. */
    List<LockedPackage> packages(Target target) {
        return lock.packages().stream()
                .filter(locked -> locked.targets().contains(target.id()))
                .toList();
    }
}
