// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Departures;
import dev.zeus.wheels.core.lock.ImportsAlone;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.ModuleFacts;
import dev.zeus.wheels.core.lock.NixpkgsShare;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a lock goes on saying which modules import alone. */
class KeptImportsTest {
    private static final String BEFORE = "app=a lib; lib=b leaf; leaf=c; other=d";
    private static final List<Target> BOTH = targets("3.11", "3.12");

    private static List<Target> targets(String... pythons) {
        List<Target> targets = new ArrayList<>();
        for (String python : pythons) {
            targets.add(new Target(python, Platform.X86_64_LINUX, "2.39"));
        }
        return targets;
    }

    /**
     * What is recorded of app stays, or goes. An entry is a name, the digest of its wheel (of both Pythons, or of each)
     * and what it requires: on one of them, with an extra, for an extra of its own, what of it is removed, and what
     * comes from nixpkgs.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing changed | app=a lib; lib=b leaf; leaf=c; other=d | cp311 cp312 | ''",
                "something else changed | app=a lib; lib=b leaf; leaf=c; other=e leaf | cp311 cp312 | ''",
                "its wheel | app=z lib; lib=b leaf; leaf=c; other=d | '' | app",
                "its wheel for one Python | app=a/z lib; lib=b leaf; leaf=c; other=d | cp311 | app",
                "the wheel of what it requires | app=a lib; lib=z leaf; leaf=c; other=d | '' | app",
                "a wheel of its closure | app=a lib; lib=b leaf; leaf=z; other=d | '' | app",
                "that for one Python | app=a lib; lib=b leaf; leaf=z/c; other=d | cp312 | app",
                "it requires more | app=a lib other; lib=b leaf; leaf=c; other=d | '' | app",
                "it requires less | app=a; lib=b leaf; leaf=c; other=d | '' | app",
                "its closure requires more | app=a lib; lib=b leaf; leaf=c other; other=d | '' | app",
                "that for one Python | app=a lib; lib=b leaf; leaf=c other@cp312; other=d | cp311 | app",
                "it wants an extra of it | app=a lib[x]; lib=b leaf; leaf=c; other=d | '' | app",
                "an extra of its closure | app=a lib; lib=b leaf x:other; leaf=c; other=d | '' | app",
                "a removed requirement | app=a lib; lib=b leaf -leaf; leaf=c; other=d | '' | app",
                "nixpkgs supplies some of it | app=a lib; lib=b leaf; ~leaf=c; other=d | '' | app",
                "nixpkgs supplies something else | app=a lib; lib=b leaf; leaf=c; ~other=d | cp311 cp312 | ''",
                "a circle now | app=a lib; lib=b leaf; leaf=c app; other=d | '' | app",
                "it is gone | lib=b leaf; leaf=c; other=d | none | ''",
                "what it requires is gone | app=a lib; leaf=c; other=d | '' | app",
            })
    void staysWhereTheClosureDoes(String what, String after, String kept, String said) {
        check(lock(BOTH, after), kept, said);
    }

    @ParameterizedTest
    @CsvSource({"3.12, cp312", "'3.12,3.13', cp312", "'3.11,3.12,3.13', cp311 cp312", "3.13, ''"})
    void staysForTheTargetsThatStay(String pythons, String kept) {
        check(lock(targets(pythons.split(",", -1)), BEFORE), kept, "");
    }

    /** An entry names the modules of its first wheel, which may be that of a new target now. */
    @Test
    void goesForAModuleThatTheEntryNamesNoMore() {
        Lock lock = lock(BOTH, BEFORE);
        Lock after = lock.with(lock.packages().stream()
                .map(locked ->
                        locked.name().value().equals("app") ? locked.with(ModuleFacts.of(List.of("renamed"))) : locked)
                .toList());
        check(after, "", "app");
    }

    private static void check(Lock after, String kept, String said) {
        SortedSet<String> ids = new TreeSet<>();
        BOTH.forEach(target -> ids.add(target.id()));
        Lock before = lock(BOTH, BEFORE);
        Lock recorded = before.with(before.packages().stream()
                .map(locked -> locked.name().value().equals("app")
                        ? locked.with(locked.facts().with(new ImportsAlone(new TreeMap<>(Map.of("app", ids)))))
                        : locked)
                .toList());
        List<WheelsEvent> events = new ArrayList<>();
        Lock result = new KeptImports(Optional.of(recorded), events::add).in(after);

        String found = result.packages().stream()
                .filter(locked -> locked.name().value().equals("app"))
                .map(locked -> String.join(" ", locked.facts().importsAlone().recorded())
                        .replace("-x86_64-linux", ""))
                .findFirst()
                .orElse("none");
        assertThat(found).isEqualTo(kept);
        assertThat(result.packages().stream()
                        .map(locked -> locked.with(locked.facts().with(ImportsAlone.NONE)))
                        .toList())
                .isEqualTo(after.packages());
        if (said.isEmpty()) {
            assertThat(events).isEmpty();
        } else {
            assertThat(events)
                    .singleElement()
                    .asString()
                    .contains("L211", "\"" + said + "\"", "mvn wheels:check -Dwheels.check.recordImports");
        }
    }

    private static Lock lock(List<Target> targets, String text) {
        SortedSet<PackageName> fromNixpkgs = new TreeSet<>();
        List<LockedPackage> packages = new ArrayList<>();
        for (String entry : text.split("; ", -1)) {
            LockedPackage locked = locked(targets, entry.replace("~", ""));
            packages.add(locked);
            if (entry.startsWith("~")) {
                fromNixpkgs.add(locked.name());
            }
        }
        return new Lock(
                new LockInputs(""),
                Optional.empty(),
                targets,
                packages,
                Optional.of(new NixpkgsShare("snapshot", fromNixpkgs)));
    }

    private static LockedPackage locked(List<Target> targets, String entry) {
        String[] words = entry.split(" ", -1);
        String name = words[0].substring(0, words[0].indexOf('='));
        String[] digests = words[0].substring(name.length() + 1).split("/", -1);
        SortedSet<String> ids = new TreeSet<>();
        targets.forEach(target -> ids.add(target.id()));
        List<LockedDependency> base = new ArrayList<>();
        List<LockedDependency> removed = new ArrayList<>();
        SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            int colon = word.indexOf(':');
            if (word.startsWith("-")) {
                removed.add(edge(word.substring(1), ids));
            } else if (colon > 0) {
                extras.put(ExtraName.parse(word.substring(0, colon)), List.of(edge(word.substring(colon + 1), ids)));
            } else {
                base.add(edge(word, ids));
            }
        }
        List<LockedWheel> wheels = new ArrayList<>();
        for (int i = 0; i < digests.length; i++) {
            boolean each = digests.length > 1;
            wheels.add(new LockedWheel(
                    WheelFilename.parse(name + "-1.0-" + (each ? 1 + i + "-" : "") + "py3-none-any.whl"),
                    URI.create("https://files.example.org/" + name + i),
                    new Sha256(Integer.toHexString(digests[i].charAt(0)).repeat(32)),
                    OptionalLong.empty(),
                    Optional.empty(),
                    each ? new TreeSet<>(List.of(targets.get(i).id())) : ids));
        }
        return new LockedPackage(
                        PackageName.parse(name),
                        Version.parse("1.0"),
                        "pypi",
                        URI.create("https://index.example.org/"),
                        Optional.empty(),
                        ids,
                        base,
                        extras,
                        wheels,
                        Optional.empty(),
                        ModuleFacts.of(List.of(name)))
                .with(new Departures(List.of(), removed));
    }

    private static LockedDependency edge(String text, SortedSet<String> all) {
        int at = text.indexOf('@');
        int bracket = text.indexOf('[');
        SortedSet<String> ids = new TreeSet<>(all);
        ids.removeIf(id -> at > 0 && !id.startsWith(text.substring(at + 1) + "-"));
        SortedSet<ExtraName> extras = new TreeSet<>();
        if (bracket > 0) {
            extras.add(ExtraName.parse(text.substring(bracket + 1, text.indexOf(']'))));
        }
        int end = at > 0 ? at : bracket > 0 ? bracket : text.length();
        return new LockedDependency(PackageName.parse(text.substring(0, end)), extras, ids);
    }
}
