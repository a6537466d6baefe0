// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.BuildSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a {@code @CustomPackage} says of its building, as it is written. */
record WrittenBuild(
        Written<String> version,
        Optional<Written<From>> from,
        Written<BuildSystem> system,
        Written<String> cargoHash,
        WrittenList<String> requires,
        WrittenList<String> imports,
        Written<String> license,
        Written<String> homepage) {
    /** A {@code @From} as it is written. */
    record From(
            Site site,
            Written<String> github,
            Written<String> tag,
            Written<String> rev,
            Written<String> index,
            Written<String> url,
            Written<String> hash) {}

    /** A member that is written, by its name. */
    record Member(String name, Site site) {}

    /** The members that are written, in the order of the annotation. */
    List<Member> given() {
        List<Member> given = new ArrayList<>();
        add(given, "version", version);
        from.ifPresent(written -> add(given, "from", written));
        add(given, "buildSystem", system);
        add(given, "cargoHash", cargoHash);
        add(given, "requires", requires);
        add(given, "imports", imports);
        add(given, "license", license);
        add(given, "homepage", homepage);
        return given;
    }

    private static void add(List<Member> given, String name, Written<?> written) {
        if (written.given()) {
            given.add(new Member(name, written.site()));
        }
    }

    private static void add(List<Member> given, String name, WrittenList<?> written) {
        if (written.given()) {
            given.add(new Member(name, written.site()));
        }
    }
}
