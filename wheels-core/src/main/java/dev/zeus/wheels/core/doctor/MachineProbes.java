// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.doctor;

import dev.zeus.wheels.core.answer.Probe;
import dev.zeus.wheels.core.check.HostPythons;
import dev.zeus.wheels.core.check.HostSystem;
import dev.zeus.wheels.core.check.NixProgram;
import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.http.HttpSetting;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run needs of the machine: Java and its JIT, what runs the goals, room, Pythons, Nix, and an environment it
 * understands.
 */
final class MachineProbes {
    /** The release that all modules are compiled for. */
    private static final int JAVA = 17;

    /** A wheel of PyTorch with CUDA has about 1 GB. */
    private static final long TIGHT = 1L << 30;

    /** Not even the pages of an index may fit: an entry of the cache may have 128 MiB. */
    private static final long FULL = 100L << 20;

    private static final String OURS = "WHEELS_";
    private static final String FIRST_TIER = "-XX:TieredStopAtLevel=1";

    private final DoctorRequest request;

    MachineProbes(DoctorRequest request) {
        this.request = request;
    }

    List<Probe> run() {
        List<Probe> probes = new ArrayList<>(List.of(java(), compiler(), front(), system()));
        probes.add(room("disk of the project", request.module().directory().orElseGet(() -> Path.of(""))));
        probes.add(room("disk of temporary files", temporary()));
        probes.add(written("temporary files", temporary(), "give another directory with -Djava.io.tmpdir=…"));
        probes.addAll(pythons());
        probes.add(nix());
        probes.add(git());
        probes.add(variables());
        return probes;
    }

    private static Probe java() {
        Runtime.Version version = Runtime.version();
        String found = version + " in " + System.getProperty("java.home", "?");
        return version.feature() >= JAVA
                ? Probe.good("Java", found)
                : Probe.failed("Java", found, "point JAVA_HOME to a JDK " + JAVA + " or newer");
    }

    /** Large Java builds are better off with all tiers: neither setting is wrong. */
    private static Probe compiler() {
        boolean first = ManagementFactory.getRuntimeMXBean().getInputArguments().contains(FIRST_TIER);
        return Probe.good(
                "JIT compiler",
                first
                        ? "only its first tier, the best setting for short builds"
                        : "all tiers; short builds spend half as much of the processor with the lines " + FIRST_TIER
                                + " and -XX:+UseSerialGC in .mvn/jvm.config");
    }

    private Probe front() {
        DoctorRequest.Front front = request.front();
        try {
            return Version.parse(front.version()).compareTo(Version.parse(front.floor())) >= 0
                    ? Probe.good(front.name(), front.version())
                    : Probe.failed(
                            front.name(),
                            front.version() + " is older than " + front.floor(),
                            "install " + front.name() + " " + front.floor() + " or newer");
        } catch (PackagingParseException e) {
            return Probe.good(front.name(), front.version());
        }
    }

    private Probe system() {
        String name = HostSystem.name();
        List<String> declared = request.set().stream()
                .flatMap(set -> set.targets().stream())
                .map(target -> target.platform().system())
                .distinct()
                .toList();
        if (declared.isEmpty() || declared.contains(name)) {
            return Probe.good("system", name);
        }
        return Probe.warning(
                "system",
                name + ", and the targets are for " + String.join(", ", declared) + ": no wheel can be imported here",
                "check the wheels of other machines with -Dwheels.targets=all");
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    /** Whether there is room; a directory that is not there yet will be on the disk of the nearest one above it. */
    static Probe room(String name, Path directory) {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String found = new ByteCount(free) + " are free for \"" + directory + "\"";
            if (free < FULL) {
                return Probe.failed(
                        name, found, "remove something; of the cache, with mvn wheels:cache -Dwheels.cache.prune");
            }
            return free < TIGHT
                    ? Probe.warning(
                            name, found, "large wheels may not fit: mvn wheels:cache -Dwheels.cache.prune makes room")
                    : Probe.good(name, found);
        } catch (IOException e) {
            return Probe.unknown(name, "the system does not say how much is free for \"" + directory + "\"");
        }
    }

    /** Whether a file can be made in a directory, or in the nearest one above it that is there. */
    static Probe written(String name, Path directory, String mend) {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return Probe.failed(name, "\"" + there + "\" is no directory", mend);
        }
        try {
            Files.delete(Files.createTempFile(there, ".wheels-doctor-", ".tmp"));
            return Probe.good(name, "\"" + directory + "\" can be written");
        } catch (IOException e) {
            return Probe.failed(
                    name, "\"" + there + "\" cannot be written: " + e.getClass().getSimpleName(), mend);
        }
    }

    private List<Probe> pythons() {
        Set<String> wanted = new TreeSet<>();
        request.set().ifPresent(set -> wanted.addAll(set.pythons()));
        HostPythons here = HostPythons.ofThisMachine(request.pythons());
        return wanted.stream()
                .map(version -> here.executable(version)
                        .map(path -> Probe.good("Python " + version, path.toString()))
                        .orElseGet(() -> Probe.warning(
                                "Python " + version,
                                "not found: mvn verify imports no wheels for it",
                                "install it, or name its location with -Dwheels.pythons=…")))
                .toList();
    }

    private Probe nix() {
        Optional<NixProgram> nix = NixProgram.find(request.environment().getOrDefault("PATH", ""));
        if (nix.isEmpty()) {
            return Probe.warning(
                    "Nix", "no nix on the PATH: mvn verify builds nothing with it", "install Nix to build with it");
        }
        NixProgram found = nix.get();
        if (found.version().isEmpty()) {
            return Probe.failed("Nix", "it does not run: " + found.said(), "check that `nix --version` works here");
        }
        return found.hasFlakes()
                ? Probe.good("Nix", found.version().get() + " with flakes")
                : Probe.warning(
                        "Nix",
                        found.version().get() + " without flakes, which nix build and nix develop need",
                        "add to nix.conf: experimental-features = nix-command flakes");
    }

    private Probe git() {
        Path directory = request.module().outputDirectory();
        if (!Files.exists(directory.resolve(GeneratedFiles.LOCK_FILE))) {
            return Probe.unknown("git", "there is nothing generated yet");
        }
        return GitFiles.untracked(directory)
                .map(untracked -> untracked.isEmpty()
                        ? Probe.good("git", "all of \"" + directory + "\" is known to git")
                        : Probe.warning(
                                "git",
                                "git does not know " + String.join(", ", untracked)
                                        + ", and Nix sees no file of a flake" + " that git does not know",
                                "git add " + directory))
                .orElseGet(() -> Probe.unknown("git", "\"" + directory + "\" is in no repository, or there is no git"));
    }

    /** A misspelt variable changes nothing, silently. */
    private Probe variables() {
        Set<String> known = new TreeSet<>();
        for (HttpSetting setting : HttpSetting.values()) {
            known.add(setting.variable());
        }
        request.set()
                .ifPresent(set -> set.sources().forEach(source -> {
                    for (String part : List.of("_TOKEN", "_USERNAME", "_PASSWORD")) {
                        known.add(Login.variable(source.name()) + part);
                    }
                }));
        boolean knowsSources = request.set().isPresent();
        List<String> unknown = request.environment().keySet().stream()
                .filter(name -> name.startsWith(OURS) && !known.contains(name))
                .filter(name -> knowsSources || !name.startsWith("WHEELS_INDEX_"))
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return Probe.good("environment", "every variable that begins with " + OURS + " is known");
        }
        return Probe.warning(
                "environment",
                "nobody reads " + String.join(", ", unknown),
                NearName.among(known, unknown.get(0))
                        .map(near -> "did you mean " + near + "?")
                        .orElse("remove it, or correct the name of the source in it"));
    }
}
