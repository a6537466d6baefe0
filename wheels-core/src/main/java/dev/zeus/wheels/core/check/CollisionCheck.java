package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether two packages of a target install different files at one place, of which only one would be there.
 *
 * <p>The same file twice is no collision, neither for installers nor for {@code withPackages}.
 */
final class CollisionCheck {
    /** What is at a place: whose it is, and what it holds. */
    private record Owner(String wheel, long crc, long size) {}

    private final Map<String, Owner> owners = new HashMap<>();

    /** Adds a wheel; the first place that an earlier one has taken for another file. */
    Optional<Problem> add(WheelArchive archive, String wheel) {
        Optional<Problem> problem = Optional.empty();
        for (WheelEntry entry : archive.entries()) {
            Optional<String> place = InstalledPath.of(entry.path())
                    .filter(path -> !entry.isDirectory())
                    .map(InstalledPath::toString);
            if (place.isPresent()) {
                Owner owner = new Owner(wheel, entry.crc(), entry.size());
                @Nullable Owner other = owners.putIfAbsent(place.get(), owner);
                if (other != null && problem.isEmpty() && !isSame(owner, other)) {
                    problem = Optional.of(collision(place.get(), owner, other));
                }
            }
        }
        return problem;
    }

    private static boolean isSame(Owner one, Owner other) {
        return one.crc == other.crc && one.size == other.size;
    }

    private static Problem collision(String place, Owner one, Owner other) {
        return new Problem(
                "C261",
                "\"" + one.wheel + "\" and \"" + other.wheel + "\" install different files at \"" + place + "\"",
                "leave one of them out, or take another version; only one of the files would be there");
    }
}
