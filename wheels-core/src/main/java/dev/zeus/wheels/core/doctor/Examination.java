// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.doctor;

import dev.zeus.wheels.core.answer.DoctorPage;
import dev.zeus.wheels.core.answer.Probe;
import dev.zeus.wheels.core.answer.Setting;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheDirectory;
import dev.zeus.wheels.core.setup.IndexAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An examination of everything that a run depends on, which says of each thing whether it will do, and what mends it.
 *
 * <p>Nothing that is wrong keeps it from looking at the rest: without a project, a registry or a network it says so.
 */
public final class Examination {
    private Examination() {}

    /** Looks, and changes nothing. */
    public static DoctorPage of(DoctorRequest request) {
        List<Probe> probes = new ArrayList<>(new MachineProbes(request).run());
        probes.addAll(new ProjectProbes(request).run());
        Optional<IndexAccess> access = Optional.empty();
        try {
            access = Optional.of(request.access().get());
            probes.add(Probe.good("options of the network", "all are in their ranges"));
        } catch (WheelsException e) {
            probes.add(IndexProbes.failed("options of the network", e.problem()));
        }
        probes.add(proxies(request));
        if (access.isPresent()) {
            probes.addAll(cache(access.get().cacheDirectory()));
        } else {
            probes.add(Probe.unknown("cache", "the options of the network are wrong"));
        }
        if (access.isPresent() && request.set().isPresent()) {
            probes.addAll(new IndexProbes(request, request.set().get(), access.get()).run());
        } else {
            probes.add(Probe.unknown("indexes", "what is declared, or how it is reached, is not known"));
        }
        return new DoctorPage(probes, settings(request));
    }

    /** Tools that read these variables reach the network where Java does not. */
    private static Probe proxies(DoctorRequest request) {
        if (!request.proxies().isEmpty()) {
            return Probe.good("proxy", "settings.xml: " + String.join(", ", request.proxies()));
        }
        boolean ofJava = System.getProperty("https.proxyHost") != null || System.getProperty("http.proxyHost") != null;
        List<String> unread = request.environment().keySet().stream()
                .filter(name -> name.equalsIgnoreCase("https_proxy")
                        || name.equalsIgnoreCase("http_proxy")
                        || name.equalsIgnoreCase("all_proxy"))
                .sorted()
                .toList();
        if (ofJava || unread.isEmpty()) {
            return Probe.good("proxy", ofJava ? "that of the JVM's own properties" : "none");
        }
        return Probe.warning(
                "proxy",
                String.join(", ", unread) + " is set in the environment, which Java does not read",
                "put the proxy into settings.xml as an active <proxy>, if the indexes are behind it");
    }

    private static List<Probe> cache(Path directory) {
        List<Probe> probes = new ArrayList<>();
        probes.add(MachineProbes.room("disk of the cache", directory));
        Probe written = MachineProbes.written(
                "cache", directory, "correct its permissions, or give another with -Dwheels.cacheDirectory=…");
        try {
            Optional<String> odd = new CacheDirectory(directory).odd();
            probes.add(odd.map(what -> Probe.warning(
                            "cache",
                            what,
                            "give a new or an empty directory with -Dwheels.cacheDirectory=…, or let its owner alone write"
                                    + " to it: chmod -R go-w " + directory))
                    .orElse(written));
        } catch (IOException e) {
            probes.add(Probe.warning(
                    "cache",
                    "\"" + directory + "\" cannot be read: builds go on without it",
                    "correct its permissions, or give another with -Dwheels.cacheDirectory=…"));
        }
        return probes;
    }

    /** What the front end knows, and what the annotations of the set decide. */
    private static List<Setting> settings(DoctorRequest request) {
        List<Setting> settings = new ArrayList<>(request.settings());
        request.set().ifPresent(set -> SetOptions.of(set).forEach(settings::add));
        return settings;
    }
}
