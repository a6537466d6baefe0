// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That real Nix fetches wheels of an index with a login, by a netrc that is in no derivation, and from mirrors. */
@NeedsNixBuilds
class PrivateWheelsNixTest {
    private static final String SECRET = "s3cret-of-acme";
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString(("reader:" + SECRET).getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path directory;

    private final LoopbackIndex index = LoopbackIndex.start();
    private final LoopbackIndex mirror = LoopbackIndex.start();
    private FixtureNix nix;
    private BuiltWheel wheel;

    @BeforeEach
    void serve() {
        nix = new FixtureNix(directory);
        // Other bytes each time, since Nix fetches nothing twice.
        wheel = WheelBuilder.of("demo", "1.0")
                .file("demo/__init__.py", "RUN = \"" + UUID.randomUUID() + "\"\n")
                .build();
        index.add(wheel).requireAuthorization(LOGIN);
    }

    @AfterEach
    void close() {
        index.close();
        mirror.close();
    }

    private void render(boolean requiresLogin) throws IOException {
        LockedWheel locked = new LockedWheel(
                WheelFilename.parse(wheel.filename()),
                index.uri().resolve("../files/" + wheel.filename()),
                new Sha256(wheel.sha256()),
                OptionalLong.empty(),
                Optional.empty(),
                LockBuilder.all());
        Lock lock = new LockBuilder()
                .add("acme", LockBuilder.NO_FACTS, List.of(), locked)
                .lock();
        SourceDeclaration source =
                new SourceDeclaration("acme", index.uri().toString(), SourceFormat.SIMPLE, requiresLogin);
        WheelSetDeclaration set = new WheelSetDeclaration(
                "com.acme",
                List.of("3.11", "3.12"),
                List.of(),
                List.of(source),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                List.of(Sets.wheel("demo")),
                List.of());
        nix.write(Renderer.render(set, lock));
    }

    private Path netrc(String host) throws IOException {
        return Files.writeString(
                directory.resolve("netrc"), "machine " + host + "\n  login reader\n  password " + SECRET + "\n");
    }

    private String withSources(String settings, String body) {
        return nix.expression(
                "x86_64-linux",
                List.of(nix.overlay("generated"), "_: _: { wheelSources.acme = { " + settings + " }; }"),
                body);
    }

    private static String source(String of) {
        return of + ".python312Packages.demo.src";
    }

    private String[] build(String netrc, String expression) {
        return new String[] {
            "env", "WHEELS_NETRC=" + netrc, "nix-build", "--no-out-link", "--expr", expression,
        };
    }

    @Test
    void isFetchedWithTheNetrcThatIsDocumented() throws Exception {
        render(true);

        String out = nix.run(build(netrc("127.0.0.1").toString(), nix.expression(source("pkgs"))));

        assertThat(Files.readAllBytes(Path.of(out.lines().reduce("", (a, b) -> b))))
                .isEqualTo(wheel.bytes());
        assertThat(derivation()).doesNotContain(SECRET).contains("WHEELS_NETRC");
    }

    @Test
    void saysWhatIsMissingWithoutANetrc() throws Exception {
        render(true);

        assertThat(nix.failure(build(directory.resolve("none").toString(), nix.expression(source("pkgs")))))
                .contains("error: the source acme needs a login, and this build can read no " + directory + "/none.")
                .contains("machine HOST login USER password PASSWORD")
                .contains("extra-sandbox-paths = " + directory + "/none");
        assertThat(index.server().received()).isEmpty();
    }

    @Test
    void saysThatANetrcHasNoLineForTheHost() throws Exception {
        render(true);

        assertThat(nix.failure(build(netrc("other.example").toString(), nix.expression(source("pkgs")))))
                .contains("has no 'machine 127.0.0.1', which the source acme may ask for")
                .contains("401");
    }

    @Test
    void isFetchedAsBeforeWhereNobodyLogsIn() throws Exception {
        render(false);

        assertThat(nix.eval(source("pkgs") + ".drvPath"))
                .isEqualTo(nix.eval("(pkgs.fetchurl { name = \""
                        + wheel.filename() + "\"; url = \"" + index.uri().resolve("../files/" + wheel.filename())
                        + "\"; hash = \"" + new Sha256(wheel.sha256()).sri() + "\"; }).drvPath"));
        assertThat(nix.failure(build(netrc("127.0.0.1").toString(), nix.expression(source("pkgs")))))
                .contains("401")
                .contains("cannot download");
    }

    @Test
    void mirrorsAreAskedInTheirOrderAndThenTheAddressOfTheLock() throws Exception {
        render(true);
        index.always("/files/" + wheel.filename(), Answer.status(404));
        mirror.add(wheel);
        URI files = mirror.uri().resolve("..");
        String mirrors =
                "login = false; mirrors = [ \"" + files + "empty/\" ({ name, ... }: \"" + files + "files/${name}\") ];";

        String out = nix.run("nix-build", "--no-out-link", "--expr", withSources(mirrors, source("pkgs")));

        assertThat(Files.readAllBytes(Path.of(out))).isEqualTo(wheel.bytes());
        assertThat(mirror.counts().keySet())
                .containsExactly("/empty/files/" + wheel.filename(), "/files/" + wheel.filename());
        assertThat(index.server().received()).isEmpty();
        assertThat(nix.evalWhole(withSources(mirrors, source("pkgs") + ".drvPath")))
                .isNotEqualTo(nix.eval(source("pkgs") + ".drvPath"));
        // What is fetched is the same, so everything above it is.
        assertThat(nix.evalWhole(withSources(mirrors, "pkgs.python312Packages.demo.outPath")))
                .isEqualTo(nix.eval("pkgs.python312Packages.demo.outPath"));
    }

    @Test
    void theAddressOfTheLockIsAskedWhereNoMirrorAnswers() throws Exception {
        render(true);
        String mirrors = "mirrors = [ \"" + mirror.uri().resolve("/") + "\" ];";

        String out = nix.run(build(netrc("127.0.0.1").toString(), withSources(mirrors, source("pkgs"))));

        assertThat(Files.readAllBytes(Path.of(out))).isEqualTo(wheel.bytes());
        assertThat(mirror.counts().keySet()).containsExactly("/files/" + wheel.filename());
    }

    @Test
    void anotherFetcherMayBeGivenForASource() throws Exception {
        render(true);

        assertThat(nix.evalWhole(withSources(
                        "fetch = { name, url, hash }: pkgs.writeText name \"${url} ${hash}\";",
                        source("pkgs") + ".text")))
                .isEqualTo(
                        index.uri().resolve("../files/" + wheel.filename()) + " " + new Sha256(wheel.sha256()).sri());
    }

    @Test
    void aSettingThatThereIsNotIsRefused() throws Exception {
        render(true);

        assertThat(nix.failure("nix-instantiate", "--expr", withSources("mirror = [ ];", source("pkgs"))))
                .contains("wheelSources.acme has mirror, but may have only fetch, login, mirrors");
    }

    private String derivation() throws IOException, InterruptedException {
        String path = nix.eval(source("pkgs") + ".drvPath");
        return Files.readString(Path.of(path));
    }
}
