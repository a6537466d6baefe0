// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.doctor;

import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.answer.Setting;
import java.util.List;
import java.util.Locale;

/** The options that the annotation of a wheel set holds. */
final class SetOptions {
    private SetOptions() {}

    static List<Setting> of(WheelSetDeclaration set) {
        ResolutionSettings settings = set.resolution();
        return List.of(
                option("constraints", String.join(", ", settings.constraints())),
                option("overrides", String.join(", ", settings.overrides())),
                option("excludes", String.join(", ", settings.excludes())),
                option("strategy", settings.strategy().name()),
                option("prereleases", settings.prereleases().name()),
                option("excludeNewer", settings.excludeNewer()),
                option("excludeNewerPackages", String.join(", ", settings.excludeNewerPackages())),
                option("excludeNewerSources", String.join(", ", settings.excludeNewerSources())),
                option("dependencies", set.dependencies().name()),
                option("libraries", set.libraries().name()),
                option("attestations", String.valueOf(set.attestations())),
                option("licenses", String.join(", ", set.licenses().allowed())));
    }

    private static Setting option(String name, String value) {
        boolean word = value.matches("[A-Z_]+") && !name.equals("licenses");
        return new Setting(name, word ? value.toLowerCase(Locale.ROOT) : value, "@WheelSet, or its default");
    }
}
