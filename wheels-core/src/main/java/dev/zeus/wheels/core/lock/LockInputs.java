package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.wheel.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * What a lock was resolved from, as one digest: equal inputs need no new lock.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits
 */
public record LockInputs(String digest) {

    /** The digest of everything in {@code set} that resolving depends on; tests and custom definitions are not. */
    public static LockInputs of(WheelSetDeclaration set) {
        StringBuilder text = new StringBuilder("zeus-wheels lock inputs 1\n");
        line(text, "pythons", set.pythons());
        for (TargetDeclaration target : set.targets()) {
            line(text, "target", target.platform(), target.floor());
        }
        for (SourceDeclaration source : set.sources()) {
            line(text, "source", source.name(), source.url());
            if (source.format() != SourceFormat.SIMPLE) {
                line(text, "format", source.format());
            }
        }
        line(text, "dependencies", set.dependencies());
        if (set.libraries() != LibraryPolicy.COMMON) {
            line(text, "libraries", set.libraries());
        }
        if (!set.resolution().equals(ResolutionSettings.DEFAULT)) {
            ResolutionSettings settings = set.resolution();
            line(
                    text,
                    "resolution",
                    settings.constraints(),
                    settings.overrides(),
                    settings.excludes(),
                    settings.strategy(),
                    settings.prereleases(),
                    settings.excludeNewer());
            if (!settings.overrides().isEmpty() || !settings.excludes().isEmpty()) {
                // Locks of before do not tell what these decide for each package.
                line(text, "departures");
            }
        }
        for (WheelDeclaration wheel : set.wheels()) {
            line(
                    text,
                    "wheel",
                    wheel.name(),
                    wheel.source(),
                    wheel.platforms(),
                    wheel.pythons(),
                    wheel.version(),
                    wheel.extras(),
                    wheel.provider());
        }
        return new LockInputs("sha256:" + Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
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
