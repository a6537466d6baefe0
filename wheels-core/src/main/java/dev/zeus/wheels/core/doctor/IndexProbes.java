// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.doctor;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.answer.Probe;
import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.http.Netrc;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.SourceAddress;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Asks every declared index for a package that is declared of it: whether it answers, as whom, and what time it is. */
final class IndexProbes {
    /** A clock that is further off makes the validity of pages and of certificates doubtful. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final DoctorRequest request;
    private final WheelSetDeclaration set;
    private final IndexAccess access;
    private Optional<Instant> there = Optional.empty();
    private Optional<Instant> here = Optional.empty();

    IndexProbes(DoctorRequest request, WheelSetDeclaration set, IndexAccess access) {
        this.request = request;
        this.set = set;
        this.access = access;
    }

    List<Probe> run() {
        List<Probe> probes = new ArrayList<>();
        for (SourceDeclaration source : set.sources()) {
            probes.add(login(source));
            probes.add(index(source));
        }
        probes.add(clock());
        probes.add(addresses());
        return probes;
    }

    /** Where the login of a source comes from, and never what it is. */
    private Probe login(SourceDeclaration source) {
        String name = "login of " + source.name();
        try {
            if (Login.ofEnvironment(source.name(), request.environment()).isPresent()) {
                return Probe.good(name, "from the environment, " + Login.variable(source.name()) + "_…");
            }
            if (request.servers().contains(source.name())) {
                access.logins().of(source.name());
                return Probe.good(name, "from settings.xml, the <server> \"" + source.name() + "\"");
            }
            URI url = SourceAddress.of(
                    source,
                    Optional.ofNullable(access.addresses().get(source.name())),
                    request.module().outputDirectory());
            if (url.getHost() != null && Netrc.read(access.netrc()).of(url).isPresent()) {
                return Netrc.isOpenToOthers(access.netrc())
                        ? Probe.warning(
                                name,
                                "from \"" + access.netrc() + "\", which others may read",
                                "chmod 600 " + access.netrc())
                        : Probe.good(name, "from \"" + access.netrc() + "\"");
            }
        } catch (WheelsException e) {
            return failed(name, e.problem());
        }
        return source.requiresLogin()
                ? Probe.failed(
                        name,
                        "it requires one, and there is none",
                        "set " + Login.variable(source.name()) + "_TOKEN, or add a <server> with the id \""
                                + source.name() + "\" to settings.xml")
                : Probe.good(name, "none, and none is required");
    }

    private Probe index(SourceDeclaration source) {
        String name = "index " + source.name();
        Optional<String> declared = set.wheels().stream()
                .filter(wheel -> wheel.source().equals(source.name()))
                .map(wheel -> wheel.name())
                .findFirst();
        if (declared.isEmpty()) {
            return Probe.unknown(name, "no declared package comes from it, so there was nothing to ask for");
        }
        if (access.offline() && source.format() == SourceFormat.SIMPLE) {
            return Probe.unknown(name, "the run is offline (-o)");
        }
        try {
            Path cache = Files.createTempDirectory("wheels-doctor-");
            try {
                return asked(name, source, PackageName.parse(declared.get()), cache);
            } finally {
                DirectoryTree.delete(cache);
            }
        } catch (IOException e) {
            return Probe.unknown(
                    name,
                    "there is no room for what it answers: " + e.getClass().getSimpleName());
        }
    }

    /** Asked once and past the cache, since an answer of another day says nothing. */
    private Probe asked(String name, SourceDeclaration source, PackageName wanted, Path cache) {
        long begun = System.nanoTime();
        IndexAccess once = new IndexAccess(
                cache,
                false,
                Optional.ofNullable(access.addresses().get(source.name())).stream()
                        .collect(Collectors.toMap(given -> source.name(), given -> given)),
                access.logins(),
                access.netrc(),
                access.http().withTries(1, Duration.ofMillis(1)));
        EventSink clock = event -> {
            if (event instanceof WheelsEvent.Fetched fetched && fetched.date().isPresent()) {
                there = fetched.date();
                here = Optional.of(Instant.now());
            }
        };
        try (PackageIndexes indexes =
                once.open(List.of(source), request.module().outputDirectory(), clock)) {
            int releases = indexes.of(source.name())
                    .page(wanted)
                    .join()
                    .releases()
                    .versions()
                    .size();
            long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            return Probe.good(
                    name,
                    SafeUrl.ofText(access.addresses().getOrDefault(source.name(), source.url())) + " has "
                            + Counted.of(releases, "release") + " of " + wanted + " and took " + took + " ms");
        } catch (CompletionException e) {
            return failed(name, WheelsException.of(e));
        } catch (WheelsException e) {
            return failed(name, e.problem());
        }
    }

    /** An address for a source that is not declared moves nothing. */
    private Probe addresses() {
        List<String> names = set.sources().stream().map(SourceDeclaration::name).toList();
        List<String> unknown = access.addresses().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return Probe.good(
                    "addresses",
                    access.addresses().isEmpty()
                            ? "those that are declared"
                            : "another one for "
                                    + String.join(", ", access.addresses().keySet()));
        }
        return Probe.warning(
                "addresses",
                "-Dwheels.index." + String.join(", -Dwheels.index.", unknown)
                        + " is for an undeclared source; declared: " + String.join(", ", names),
                NearName.among(names, unknown.get(0))
                        .map(near -> "did you mean -Dwheels.index." + near + "?")
                        .orElse("leave it out"));
    }

    private Probe clock() {
        if (there.isEmpty() || here.isEmpty()) {
            return Probe.unknown("clock", "no index has reported the time");
        }
        Duration apart = Duration.between(there.get(), here.get());
        String found = "this machine says " + here.get().truncatedTo(ChronoUnit.SECONDS) + ", the index "
                + there.get().truncatedTo(ChronoUnit.SECONDS);
        return apart.abs().compareTo(TOLERANCE) < 0
                ? Probe.good("clock", found)
                : Probe.failed("clock", found, "set this machine's clock: certificates and cooldowns go by it");
    }

    private static Probe failed(String name, RuntimeException failure) {
        if (failure instanceof WheelsException known) {
            return failed(name, known.problem());
        }
        throw failure;
    }

    static Probe failed(String name, Problem problem) {
        return Probe.failed(name, "[wheels/" + problem.code() + "] " + problem.message(), problem.hint());
    }
}
