// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.fork.DaemonTerms;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.HttpProxy;
import dev.zeus.wheels.core.http.HttpSetting;
import dev.zeus.wheels.core.http.HttpSettings;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.output.SourceChange;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A {@link GenerateRequest} as it reaches a process of its own: all of it but the logins, which are asked for when a
 * server or a proxy wants one, and with it the properties by which a JVM reaches the network.
 *
 * @param change of the sources that are to change with the generated files
 * @param terms on which the process stays afterwards, if it is to stay
 */
record ForkedRequest(
        WheelSetDeclaration set,
        Path outputDirectory,
        Path resultFile,
        LockUpdate update,
        Optional<String> excludeNewer,
        boolean dryRun,
        SourceRoots sources,
        SourceChange change,
        Optional<Path> snapshot,
        Network network,
        Jvm jvm,
        Optional<DaemonTerms> terms) {
    /**
     * How the names of properties begin that decide how a JVM reaches the network, and where it finds what is its own.
     */
    private static final List<String> NETWORK = List.of(
            "http.",
            "https.",
            "ftp.",
            "socks",
            "javax.net.",
            "java.net.",
            "jdk.",
            "sun.net.",
            "sun.security.",
            "com.sun.net.",
            "com.sun.security.",
            "java.security.",
            "networkaddress.",
            "user.home",
            "user.timezone",
            "java.io.tmpdir",
            "org.apache.commons.logging.");

    /** How indexes are reached, without a login. */
    record Network(
            Path cacheDirectory,
            boolean offline,
            Map<String, String> addresses,
            Path netrc,
            Map<HttpSetting, Long> settings,
            Map<String, Proxy> proxies) {}

    /**
     * What a JVM is told.
     *
     * @param properties those by which it reaches the network
     * @param locale the language of its messages
     */
    record Jvm(SortedMap<String, String> properties, String locale) {}

    /** A proxy without its login. */
    record Proxy(String id, String host, int port, List<String> direct) {}

    static ForkedRequest of(GenerateRequest request, SourceChange change, Properties properties, String locale) {
        IndexAccess access = request.access();
        Map<String, Proxy> proxies = new TreeMap<>();
        access.http()
                .proxies()
                .forEach((scheme, proxy) ->
                        proxies.put(scheme, new Proxy(proxy.id(), proxy.host(), proxy.port(), proxy.direct())));
        SortedMap<String, String> handed = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> NETWORK.stream().anyMatch(name::startsWith))
                .forEach(name -> handed.put(name, properties.getProperty(name)));
        return new ForkedRequest(
                request.set(),
                request.outputDirectory(),
                request.resultFile(),
                request.update(),
                request.excludeNewer(),
                request.dryRun(),
                request.sources(),
                change,
                request.snapshot(),
                new Network(
                        access.cacheDirectory(),
                        access.offline(),
                        access.addresses(),
                        access.netrc(),
                        access.http().settings().values(),
                        proxies),
                new Jvm(handed, locale),
                Optional.empty());
    }

    /** The same for a process that is to stay afterwards. */
    ForkedRequest on(Optional<DaemonTerms> staying) {
        return new ForkedRequest(
                set,
                outputDirectory,
                resultFile,
                update,
                excludeNewer,
                dryRun,
                sources,
                change,
                snapshot,
                network,
                jvm,
                staying);
    }

    /**
     * Whether a process that serves others, too, may do it: none is told a password that a JVM keeps, and none reads a
     * path from the directory that it was started in.
     */
    boolean isForAny() {
        Stream<Path> paths = Stream.of(
                        Stream.of(outputDirectory, resultFile, network.cacheDirectory(), network.netrc()),
                        sources.roots().stream().flatMap(root -> Stream.of(root, sources.project())),
                        change.edits().keySet().stream(),
                        snapshot.stream())
                .flatMap(Function.identity());
        return paths.allMatch(Path::isAbsolute)
                && jvm.properties().entrySet().stream()
                        .noneMatch(each -> isPassword(each.getKey()) || isRelative(each.getValue()));
    }

    /** That of a trust store protects nothing secret. */
    private static boolean isPassword(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("password") && !name.equals("javax.net.ssl.trustStorePassword");
    }

    private static boolean isRelative(String value) {
        try {
            return !value.isEmpty()
                    && !Path.of(value).isAbsolute()
                    && Files.exists(Path.of(value).toAbsolutePath());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The request that it was made of.
     *
     * @param logins finds the login of a source
     * @param ofProxies finds the login of the proxy for a scheme
     */
    GenerateRequest request(IndexAccess.Logins logins, Function<String, Optional<Login>> ofProxies) {
        Map<String, HttpProxy> all = new TreeMap<>();
        network.proxies()
                .forEach((scheme, proxy) -> all.put(
                        scheme,
                        new HttpProxy(
                                proxy.id(),
                                proxy.host(),
                                proxy.port(),
                                () -> ofProxies.apply(scheme),
                                proxy.direct())));
        HttpOptions http = HttpOptions.DEFAULTS
                .withSettings(new HttpSettings(network.settings()))
                .withProxies(all);
        return new GenerateRequest(
                set,
                outputDirectory,
                resultFile,
                update,
                excludeNewer,
                dryRun,
                sources,
                new IndexAccess(
                        network.cacheDirectory(),
                        network.offline(),
                        network.addresses(),
                        logins,
                        network.netrc(),
                        http),
                snapshot);
    }

    /** Its text shows no secret that an address or a property may hold. */
    @Override
    public String toString() {
        return "ForkedRequest[" + set.packageName() + ", " + outputDirectory + "]";
    }
}
