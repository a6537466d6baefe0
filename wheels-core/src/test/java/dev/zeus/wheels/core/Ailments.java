// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.answer.Probe;
import dev.zeus.wheels.core.disk.DirectoryTree;
import dev.zeus.wheels.core.http.Certificates;
import dev.zeus.wheels.core.http.HttpProxy;
import dev.zeus.wheels.core.http.HttpSettings;
import dev.zeus.wheels.testkit.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be wrong or missing, each made wrong on a sound project. */
final class Ailments {
    private static final String PAGE = "/simple/app/";

    private final List<Ailment> all = new ArrayList<>();

    private Ailments() {}

    /** Makes one thing wrong. */
    @FunctionalInterface
    interface Spoiling {
        void spoil(Patient patient) throws Exception;
    }

    /** One thing that is wrong, the probe that finds it, and what that says. */
    record Ailment(String what, Spoiling spoiling, String probe, Probe.State state, String said) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Ailment> all() {
        Ailments ailments = new Ailments();
        ailments.machine();
        ailments.project();
        ailments.options();
        ailments.indexes();
        return ailments.all;
    }

    private void wrong(String what, String probe, String said, Spoiling spoiling) {
        all.add(new Ailment(what, spoiling, probe, Probe.State.FAILED, said));
    }

    private void odd(String what, String probe, String said, Spoiling spoiling) {
        all.add(new Ailment(what, spoiling, probe, Probe.State.WARNING, said));
    }

    private void unknown(String what, String probe, String said, Spoiling spoiling) {
        all.add(new Ailment(what, spoiling, probe, Probe.State.UNKNOWN, said));
    }

    private void machine() {
        wrong("a Maven that is too old", "Maven", "3.6.3 is older than 3.8.7", sick -> sick.maven = "3.6.3");
        odd(
                "a Python that is not installed",
                "Python 3.99",
                "not found",
                sick -> sick.declare(new Acme(sick.home)
                        .source("pypi", sick.index.uri())
                        .targets(List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39")), "3.99")
                        .wheel("app", "pypi")));
        odd(
                "a machine of another system than the targets",
                "system",
                "no wheel can be imported here",
                sick -> sick.declare(new Acme(sick.home)
                        .source("pypi", sick.index.uri())
                        .targets(List.of(new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0")), "3.12")
                        .wheel("app", "pypi")));
        odd("no Nix", "Nix", "no nix on the PATH", sick -> Files.delete(sick.home.resolve("bin/nix")));
        wrong(
                "a Nix that does not run",
                "Nix",
                "it does not run",
                sick -> sick.write("bin/nix", "#!/bin/sh\necho 'cannot open store'\nexit 1\n"));
        odd(
                "a Nix without flakes",
                "Nix",
                "2.26.3 without flakes",
                sick -> sick.write("bin/nix", "#!/bin/sh\n[ \"$1\" = config ] && exit 0\necho 'nix (Nix) 2.26.3'\n"));
        odd(
                "generated files that git does not know",
                "git",
                "git does not know",
                sick -> run(sick, "git", "init", "-q"));
        odd(
                "a misspelt variable of the environment",
                "environment",
                "nobody reads WHEELS_HTTP_RETRY",
                sick -> sick.environment.put("WHEELS_HTTP_RETRY", "9"));
        odd(
                "a login in the environment for a source that is not declared",
                "environment",
                "nobody reads WHEELS_INDEX_PYIP_TOKEN",
                sick -> sick.environment.put("WHEELS_INDEX_PYIP_TOKEN", "SECRET"));
        odd(
                "a proxy in the environment, which Java does not read",
                "proxy",
                "HTTPS_PROXY is set",
                sick -> sick.environment.put("HTTPS_PROXY", "http://u:SECRET@proxy.example:3128"));
    }

    private void project() {
        wrong("no project", "project", "there is no pom.xml here", sick -> {
            sick.project = Optional.empty();
            sick.hasRegistry = false;
        });
        wrong(
                "the annotation processor is not wired",
                "annotation processor",
                "wheels-processor is neither",
                sick -> sick.wired = false);
        wrong("no registry", "declarations", "D101", sick -> sick.hasRegistry = false);
        wrong("a file where the generated directory should be", "generated files", "is no directory", sick -> {
            DirectoryTree.delete(sick.home.resolve("generated"));
            sick.write("generated", "");
        });
        odd(
                "no lock yet",
                "lock",
                "there is none yet",
                sick -> Files.delete(sick.home.resolve("generated/pylock.toml")));
        odd(
                "declarations that have changed since",
                "lock",
                "of other declarations",
                sick -> sick.acme.wheel("more", "pypi"));
        wrong(
                "a lock that was cut",
                "lock",
                "wheels/L1",
                sick -> sick.write(
                        "generated/pylock.toml",
                        Files.readString(sick.home.resolve("generated/pylock.toml"))
                                .substring(0, 900)));
        wrong(
                "a lock with the marks of a conflict",
                "lock",
                "wheels/L",
                sick -> sick.write(
                        "generated/pylock.toml",
                        "<<<<<<< HEAD\n" + Files.readString(sick.home.resolve("generated/pylock.toml"))
                                + "=======\n>>>>>>> x\n"));
        wrong(
                "a set that goes by nixpkgs, without a snapshot",
                "snapshot of nixpkgs",
                "N305",
                sick -> sick.acme.policy(DependencyPolicy.NIXPKGS_FIRST));
        wrong(
                "a snapshot that cannot be read",
                "snapshot of nixpkgs",
                "L301",
                sick -> sick.write("nixpkgs-snapshot.json", "{"));
        odd("no flake", "flake", "no flake.nix above", sick -> Files.delete(sick.home.resolve("flake.nix")));
    }

    private void options() {
        wrong(
                "an option of the network out of its range",
                "options of the network",
                "E404",
                sick -> sick.http = options -> HttpSettings.apply(
                        options,
                        key -> key.equals("wheels.http.retries") ? Optional.of("many") : Optional.empty(),
                        name -> Optional.empty()));
        wrong(
                "a proxy without a host",
                "options of the network",
                "E405",
                sick -> sick.http = options -> options.withProxies(
                        Map.of("http", new HttpProxy("office", "", 0, Optional::empty, List.of()))));
        odd("a cache that is a file", "cache", "is no directory", sick -> sick.cache = sick.write("file", ""));
        odd("a cache that is the directory of something else", "cache", "cannot become the cache", sick -> {
            sick.write("other/letters.txt", "");
            sick.cache = sick.home.resolve("other");
        });
        odd(
                "a cache that others may write to",
                "cache",
                "can be written by other users",
                sick -> Files.setPosixFilePermissions(
                        sick.home.resolve("cache/v1"), PosixFilePermissions.fromString("rwxrwxrwx")));
        odd(
                "an address for a source that is not declared",
                "addresses",
                "is for an undeclared source",
                sick -> sick.addresses.put("pyip", "https://mirror.example/simple/"));
        odd("a netrc that others may read", "login of pypi", "which others may read", sick -> {
            sick.write(".netrc", "machine 127.0.0.1 login u password SECRET\n");
            Files.setPosixFilePermissions(sick.home.resolve(".netrc"), PosixFilePermissions.fromString("rw-r--r--"));
        });
        wrong("a netrc that cannot be read", "login of pypi", "wheels/E40", sick -> {
            sick.write(".netrc", "machine 127.0.0.1 login\n");
            Files.setPosixFilePermissions(sick.home.resolve(".netrc"), PosixFilePermissions.fromString("rw-------"));
        });
        wrong(
                "no login where one is required",
                "login of pypi",
                "it requires one",
                sick -> sick.declare(
                        new Acme(sick.home).closed("pypi", sick.index.uri()).wheel("app", "pypi")));
        unknown("a run without network", "index pypi", "the run is offline", sick -> sick.offline = true);
    }

    private void indexes() {
        wrong("an address that is none", "index pypi", "D203", sick -> sick.addresses.put("pypi", "ftp://x/"));
        wrong("an index that is down", "index pypi", "X301", sick -> {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                sick.addresses.put("pypi", "http://127.0.0.1:" + socket.getLocalPort() + "/simple/");
            }
        });
        wrong("an index that wants a login", "index pypi", "wheels/X4", sick -> answer(sick, Answer.status(401)));
        wrong("an index that refuses", "index pypi", "wheels/X4", sick -> answer(sick, Answer.status(403)));
        wrong("a package that the index does not have", "index pypi", "X404", sick -> answer(sick, Answer.status(404)));
        wrong("an index in trouble", "index pypi", "X302", sick -> answer(sick, Answer.status(503)));
        wrong("an index that says nothing", "index pypi", "X303", sick -> answer(sick, Answer.SILENCE));
        wrong("a connection that breaks", "index pypi", "X304", sick -> answer(sick, Answer.RESET));
        wrong("a captive portal", "index pypi", "X311", sick -> answer(sick, Answer.status(511)));
        wrong("an index that redirects in a circle", "index pypi", "X306", sick -> answer(sick, Answer.redirect(PAGE)));
        wrong("an answer that is no page", "index pypi", "wheels/X4", sick -> answer(sick, Answer.json("{]")));
        wrong(
                "a clock that is wrong",
                "clock",
                "this machine says",
                sick -> answer(
                        sick,
                        Answer.html("<a href=\"/files/app-1.0-py3-none-any.whl\">app-1.0-py3-none-any.whl</a>")
                                .with("Date", "Sat, 01 Jan 2000 00:00:00 GMT")));
        wrong("a certificate that nobody here trusts", "index pypi", "X307", sick -> {
            Certificates certificates = Certificates.signed(
                    Files.createDirectories(sick.home.resolve("keys")),
                    List.of(List.of("good", "-ext", "san=ip:127.0.0.1", "-validity", "10")));
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificates.serving("good")));
            server.start();
            sick.addresses.put(
                    "pypi", "https://127.0.0.1:" + server.getAddress().getPort() + "/simple/");
        });
        wrong("a proxy that is down", "index pypi", "X313", sick -> {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = socket.getLocalPort();
                sick.addresses.put("pypi", "https://index.example/simple/");
                sick.http = options -> options.withProxies(
                        Map.of("https", new HttpProxy("office", "127.0.0.1", port, Optional::empty, List.of())));
            }
        });
        unknown(
                "a source that nothing is declared of",
                "index pypi",
                "no declared package comes from it",
                sick -> sick.declare(new Acme(sick.home).source("pypi", sick.index.uri())));
    }

    private static void answer(Patient sick, Answer answer) {
        sick.index.always(PAGE, answer);
    }

    private static void run(Patient sick, String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command).directory(sick.home.toFile()).start().waitFor();
    }
}
