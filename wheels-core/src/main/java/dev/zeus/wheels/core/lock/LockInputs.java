// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.wheel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a lock was resolved from, as one digest: equal inputs need no new lock.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits
 */
public record LockInputs(String digest) {

    /**
     * What resolving does not depend on, by the records that hold it. All other components are in the digest, so that
     * one that is added either makes new locks or is listed here.
     */
    private static final Map<Class<? extends Record>, Set<String>> EXEMPT = Map.of(
            WheelSetDeclaration.class,
            Set.of("packageName", "customPackages", "replacements", "licenses", "environments", "excuses", "ci"),
            SourceDeclaration.class,
            Set.of("requiresLogin", "files"),
            WheelDeclaration.class,
            Set.of("type", "alias", "tests", "recipe"));

    /** Settings of resolving that came later: they have lines of their own, or none where nothing is said. */
    private static final Set<String> OF_SETTINGS = Set.of("excludeNewerPackages", "excludeNewerSources");

    /** What has lines of its own, where they always stood, or none where nothing is said. */
    private static final Set<String> OF_SET = Set.of(
            "pythons", "targets", "sources", "dependencies", "libraries", "resolution", "wheels", "attestations");

    /** The digest of everything in {@code set} that resolving depends on; tests and custom definitions are not. */
    public static LockInputs of(WheelSetDeclaration set) {
        StringBuilder text = new StringBuilder("zeus-wheels lock inputs 1\n");
        line(text, "pythons", set.pythons());
        set.targets().forEach(target -> line(text, "target", target, Set.of()));
        for (SourceDeclaration source : set.sources()) {
            line(text, "source", source, Set.of("format"));
            if (source.format() != SourceFormat.SIMPLE) {
                line(text, "format", source.format());
            }
        }
        line(text, "dependencies", set.dependencies());
        if (set.libraries() != LibraryPolicy.COMMON) {
            line(text, "libraries", set.libraries());
        }
        if (set.attestations()) {
            line(text, "attestations");
        }
        ResolutionSettings settings = set.resolution();
        // By their components: what a record has of itself is linked at run time, before the first request leaves.
        if (!Components.of(settings).equals(Components.of(ResolutionSettings.DEFAULT))) {
            line(text, "resolution", settings, OF_SETTINGS);
            digested(settings).forEach((name, value) -> {
                if (OF_SETTINGS.contains(name) && value instanceof List<?> list && !list.isEmpty()) {
                    line(text, name, value);
                }
            });
            if (!settings.overrides().isEmpty() || !settings.excludes().isEmpty()) {
                // Locks of before do not tell what these decide for each package.
                line(text, "departures");
            }
        }
        set.wheels().forEach(wheel -> line(text, "wheel", wheel, Set.of()));
        Map<String, Object> rest = digested(set);
        rest.keySet().removeAll(OF_SET);
        rest.forEach((name, value) -> line(text, name, value));
        return new LockInputs("sha256:" + Sha256.of(text.toString()));
    }

    /** Whether a component of a record is no matter for resolving. */
    static boolean isExempt(Class<?> record, String component) {
        return EXEMPT.getOrDefault(record, Set.of()).contains(component);
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof LockInputs that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    private static Map<String, Object> digested(Record record) {
        Map<String, Object> components = Components.of(record);
        components.keySet().removeIf(name -> isExempt(record.getClass(), name));
        return components;
    }

    private static void line(StringBuilder text, String word, Record record, Set<String> apart) {
        Map<String, Object> components = digested(record);
        components.keySet().removeAll(apart);
        List<Object> words = new ArrayList<>(List.of(word));
        words.addAll(components.values());
        line(text, words.toArray());
    }

    private static void line(StringBuilder text, Object... words) {
        for (Object word : words) {
            String value = word.toString();
            // The length keeps two different lists of words from reading the same.
            text.append(value.length()).append(':').append(value).append(' ');
        }
        text.append('\n');
    }
}
