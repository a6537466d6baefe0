package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lowest and the highest version that a specifier lets through, to find specifiers that let none through.
 *
 * <p>{@code >=2.0,<1} contradicts itself: the lower bound is above the upper bound. What is found is certainly a
 * contradiction; a few far-fetched ones, such as ranges that many {@code !=} exhaust, are not found.
 */
final class SpecifierRange {
    private final List<Bound> lower = new ArrayList<>();
    private final List<Bound> upper = new ArrayList<>();

    /** One end of a range, and the part of the specifier that says it. */
    private record Bound(String part, Version version, boolean inclusive) {}

    private SpecifierRange() {}

    /** Why nothing matches a valid specifier; empty where something may. */
    static Optional<String> contradiction(String specifiers) {
        SpecifierRange range = new SpecifierRange();
        VersionSpecifiers all = VersionSpecifiers.parse(specifiers);
        for (String part : specifiers.split(",", -1)) {
            String text = part.strip();
            int end = 0;
            while (end < text.length() && "~=!<>".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            String operator = text.substring(0, end);
            String version = text.substring(end).strip();
            if (operator.equals("===") || operator.isEmpty()) {
                return Optional.empty();
            }
            if (operator.equals("==")
                    && !version.endsWith(".*")
                    && !all.contains(Version.parse(version), PreReleases.ALLOW)) {
                return range.crossed().or(() -> Optional.of("the rest of it excludes " + version));
            }
            range.add(operator, version);
        }
        return range.crossed();
    }

    private void add(String operator, String version) {
        switch (operator) {
            case ">=" -> lower.add(new Bound(operator + version, Version.parse(version), true));
            case ">" -> lower.add(new Bound(operator + version, Version.parse(version), false));
            case "<=" -> upper.add(new Bound(operator + version, Version.parse(version), true));
            case "<" -> upper.add(new Bound(operator + version, Version.parse(version), false));
            case "~=" -> {
                lower.add(new Bound(operator + version, Version.parse(version), true));
                List<BigInteger> release = Version.parse(version).release();
                addAfterPrefix(operator + version, version, release.subList(0, release.size() - 1));
            }
            case "==" -> addEqual(operator + version, version);
            default -> {
                // != narrows no range.
            }
        }
    }

    private void addEqual(String part, String version) {
        if (version.endsWith(".*")) {
            String prefix = version.substring(0, version.length() - 2);
            Version parsed = Version.parse(prefix);
            if (!parsed.isPrerelease() && !parsed.isPostrelease()) {
                lower.add(new Bound(part, Version.parse(prefix + ".dev0"), true));
                addAfterPrefix(part, prefix, parsed.release());
            }
        } else {
            lower.add(new Bound(part, Version.parse(version), true));
            upper.add(new Bound(part, Version.parse(version), true));
        }
    }

    /** Everything that begins with 2.1 is below 2.2.dev0. */
    private void addAfterPrefix(String part, String version, List<BigInteger> prefix) {
        List<String> next = new ArrayList<>();
        for (int i = 0; i < prefix.size(); i++) {
            boolean last = i == prefix.size() - 1;
            next.add((last ? prefix.get(i).add(BigInteger.ONE) : prefix.get(i)).toString());
        }
        int epoch = version.indexOf('!');
        String start = epoch < 0 ? "" : version.substring(0, epoch + 1);
        upper.add(new Bound(part, Version.parse(start + String.join(".", next) + ".dev0"), false));
    }

    private Optional<String> crossed() {
        for (Bound low : lower) {
            for (Bound high : upper) {
                // A local version is above the public one that an upper bound names, yet within it.
                int order = low.version().base().compareTo(high.version().base()) == 0
                                && low.version().local().isPresent()
                        ? 0
                        : low.version().compareTo(high.version());
                if (order > 0 || (order == 0 && !(low.inclusive() && high.inclusive()))) {
                    return Optional.of(
                            Quoted.text(low.part()) + " and " + Quoted.text(high.part()) + " exclude each other");
                }
            }
        }
        return Optional.empty();
    }
}
