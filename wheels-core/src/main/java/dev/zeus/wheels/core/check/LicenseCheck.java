// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.LicenseExpression;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether packages have licences that the wheel set allows. */
final class LicenseCheck implements Asking.TargetQuestion {
    private final Set<String> allowed = new HashSet<>();
    private final Set<String> exceptions;

    LicenseCheck(InstalledWheels installed) {
        LicensePolicy policy = installed.request().licenses();
        policy.allowed().forEach(id -> allowed.add(lower(id)));
        exceptions = Set.copyOf(policy.exceptions());
    }

    /** Whether the policy says anything of a package. */
    @Override
    public boolean isAsked(CheckedWheel wheel) {
        return !allowed.isEmpty() && !exceptions.contains(wheel.locked().name().value());
    }

    @Override
    public List<Outcome> ask(CheckedWheel wheel) {
        return wheel.ask(archive -> problem(archive, wheel.locked()).stream().toList());
    }

    /** What the policy does not allow, or cannot judge. */
    private Optional<Problem> problem(WheelArchive archive, LockedPackage locked) {
        // Whose wheels say the same: the wheels of other targets are other files.
        String release = "\"" + locked.name() + "\" " + locked.version();
        List<String> licenses = LicenseClues.licenses(archive, locked.facts().license());
        if (licenses.isEmpty()) {
            return Optional.of(new Problem(
                    CheckProblem.NO_LICENSE,
                    release + " does not say by which licence it may be used",
                    "read its files, then write licenseExceptions = \"" + locked.name() + "\" at @WheelSet"));
        }
        return licenses.stream()
                .filter(license -> !isPermitted(license))
                .findFirst()
                .map(license -> new Problem(
                        CheckProblem.LICENSE_NOT_ALLOWED,
                        release + " has the licence \"" + license + "\", which the wheel set does not allow",
                        "add it to the licenses of @WheelSet, write licenseExceptions = \"" + locked.name()
                                + "\" there, or use another package"));
    }

    private boolean isPermitted(String license) {
        try {
            return LicenseExpression.parse(license).isPermitted(id -> allowed.contains(lower(id)));
        } catch (PackagingParseException e) {
            return false;
        }
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
