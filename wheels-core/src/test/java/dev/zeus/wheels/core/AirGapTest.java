// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.HostCommand;
import dev.zeus.wheels.testkit.HostPython;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.LoopbackServer;
import dev.zeus.wheels.testkit.NeedsNix;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror is written on one side, and is all that the other side has: no index answers there. */
class AirGapTest {
    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();
    private LoopbackServer server = LoopbackServer.start(request -> Answer.status(404));
    private Path mirror = Path.of("");
    private Acme acme;

    @BeforeEach
    void lock() {
        mirror = home.resolve("mirror");
        server.close();
        server = LoopbackServer.start(request -> served(request.path()));
        index.add(WheelBuilder.of("app", "1.0").requires("idna<4").build());
        index.add(WheelBuilder.of("idna", "3.6").build());
        index.add(WheelBuilder.of("fast", "1.5+cpu")
                .tags("cp312-cp312-manylinux_2_17_x86_64")
                .build());
        index.add(WheelBuilder.of("fast", "1.5+cpu")
                .tags("cp312-cp312-macosx_11_0_arm64")
                .build());
        acme = acme("near");
        acme.generate(new LockUpdate.Keep());
    }

    private Acme acme(String side) {
        return new Acme(home.resolve(side))
                .onLinuxAndMac()
                .source("acme", index.uri())
                .wheel("app", "acme")
                .wheel("fast", "acme");
    }

    @AfterEach
    void stop() {
        index.close();
        server.close();
    }

    /** What any file server does. */
    private Answer served(String path) {
        Path file = mirror.resolve(URLDecoder.decode(path.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8))
                .normalize();
        if (Files.isDirectory(file)) {
            file = file.resolve("index.html");
        }
        if (!file.startsWith(mirror) || !Files.isRegularFile(file)) {
            return Answer.status(404);
        }
        try {
            return file.toString().endsWith(".html")
                    ? Answer.html(Files.readString(file))
                    : Answer.bytes(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> mirror(Path to, Optional<String> since) {
        return Mirror.run(
                new MirrorRequest(acme.set(), home.resolve("near/generated"), to, since, acme.access()), event -> {});
    }

    private List<String> files(Path root) {
        return FileTree.files(root).stream()
                .map(file -> FileTree.name(root, file))
                .sorted()
                .toList();
    }

    @Test
    void holdsTheFilesOfAllTargetsWithPagesAndMetadata() throws IOException {
        List<String> lines = mirror(mirror, Optional.empty());

        List<LockedFile> locked =
                acme.lock().packages().stream().flatMap(LockedPackage::files).toList();
        assertThat(locked).hasSize(4);
        for (LockedFile file : locked) {
            assertThat(Sha256.of(mirror.resolve("sha256/" + file.sha256()))).isEqualTo(file.sha256());
            String name = file.name().substring(0, file.name().indexOf('-'));
            Path place = mirror.resolve("acme").resolve(name).resolve(file.name());
            assertThat(Sha256.of(place)).isEqualTo(file.sha256());
            assertThat(Files.readString(place.resolveSibling(file.name() + ".metadata")))
                    .startsWith("Metadata-Version:")
                    .contains("Name: " + name);
        }
        assertThat(lines.get(0)).isEqualTo("  acme: 3 packages, 4 files");
        assertThat(Files.readString(mirror.resolve("acme/fast/index.html"))).contains("fast-1.5%2Bcpu-cp312");
        assertThat(mirror(mirror, Optional.empty()).get(1)).startsWith("Wrote 0 new files");
    }

    @Test
    void isAllThatTheOtherSideNeeds() throws IOException {
        mirror(mirror, Optional.empty());
        String locked = Files.readString(home.resolve("near/generated/pylock.toml"));
        FileTree.copy(home.resolve("near/generated"), home.resolve("far/generated"));
        Acme far = acme("far").mirror("acme", server.uri().resolve("/acme/"));
        index.close();

        // What is locked is checked, and resolved anew, of what the mirror has.
        assertThat(far.verify(TargetChoice.ALL).problems()).isEmpty();
        far.generate(new LockUpdate.UpgradeAll());

        assertThat(Files.readString(home.resolve("far/generated/pylock.toml"))).isEqualTo(locked);
        assertThat(server.count("/acme/app/")).isPositive();
    }

    @Test
    void carriesOverOnlyWhatIsNew() throws IOException {
        Path old = home.resolve("old.toml");
        Files.copy(home.resolve("near/generated/pylock.toml"), old);
        index.add(WheelBuilder.of("idna", "3.7").build());
        acme.generate(new LockUpdate.UpgradeAll());
        Path delta = home.resolve("delta");

        mirror(delta, Optional.of(old.toString()));

        assertThat(files(delta).stream().filter(name -> name.endsWith(".whl")))
                .containsExactly("acme/idna/idna-3.7-py3-none-any.whl");
        // The pages are those of everything: laid over the old mirror, the two are one.
        assertThat(Files.readString(delta.resolve("acme/app/index.html"))).contains("app-1.0-py3-none-any.whl");
    }

    @Test
    void isNotWrittenAmongOtherFiles() throws IOException {
        Files.createDirectories(mirror);
        Files.writeString(mirror.resolve("mine"), "mine");

        ProblemExample.printed("I222")
                .accept(catchThrowableOfType(WheelsException.class, () -> mirror(mirror, Optional.empty())));
        assertThat(files(mirror)).containsExactly("mine");
    }

    @Test
    void goesOnWhereItWasCutShortAndMendsWhatWasAltered() throws IOException {
        mirror(mirror, Optional.empty());
        SortedMap<String, String> whole = digests();
        Files.delete(mirror.resolve("acme/app/index.html"));
        Files.delete(mirror.resolve("acme/idna/idna-3.6-py3-none-any.whl"));
        // Its other names are the same file: replaced, not written into.
        Path altered = mirror.resolve("acme/app/app-1.0-py3-none-any.whl");
        Files.delete(altered);
        Files.writeString(altered, "altered");

        mirror(mirror, Optional.empty());

        assertThat(digests()).isEqualTo(whole);
    }

    private SortedMap<String, String> digests() throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String file : files(mirror)) {
            digests.put(file, Sha256.of(mirror.resolve(file)).hex());
        }
        return digests;
    }

    @Test
    void isWhatPipInstallsFromAServerAndFromADirectory() throws Exception {
        mirror(mirror, Optional.empty());
        List<HostPython> pythons = HostPython.find();
        assumeTrue(!pythons.isEmpty(), "no Python that runs");
        for (URI from :
                List.of(server.uri().resolve("/acme/"), mirror.resolve("acme").toUri())) {
            Path target = home.resolve("pip" + from.getScheme());
            HostCommand.said(
                    pythons.get(pythons.size() - 1).program().toString(),
                    "-I",
                    "-m",
                    "pip",
                    "install",
                    "--isolated",
                    "--no-cache-dir",
                    "--disable-pip-version-check",
                    "--target",
                    target.toString(),
                    "--index-url",
                    from.toString(),
                    "app==1.0");
            assertThat(target.resolve("app-1.0.dist-info")).isDirectory();
            assertThat(target.resolve("idna-3.6.dist-info")).isDirectory();
        }
    }

    @Test
    void isWhatUvResolves() throws Exception {
        assumeTrue(HostCommand.isThere("uv"), "uv is not on the PATH");
        mirror(mirror, Optional.empty());
        Path asked = Files.writeString(home.resolve("asked.in"), "app\nfast\n");

        String said = HostCommand.said(
                "uv",
                "pip",
                "compile",
                "--no-config",
                "--no-header",
                "--no-annotate",
                "--python-version",
                "3.12",
                "--python-platform",
                "x86_64-manylinux_2_28",
                "--default-index",
                server.uri().resolve("/acme/").toString(),
                "--cache-dir",
                home.resolve("uv").toString(),
                asked.toString());

        assertThat(said.strip().lines()).containsExactly("app==1.0", "fast==1.5+cpu", "idna==3.6");
        // It reads what is beside the wheels, and no wheel.
        assertThat(server.count("/acme/app/app-1.0-py3-none-any.whl.metadata")).isPositive();
    }

    private Acme onDisk(String side) {
        return new Acme(home.resolve(side))
                .source("disk", mirror.resolve("acme").toUri())
                .wheel("app", "disk")
                .wheel("fast", "disk");
    }

    @Test
    void isADeclaredSourceWithoutAServer() throws IOException {
        mirror(mirror, Optional.empty());
        index.close();
        Acme disk = onDisk("disk").offline();
        disk.generate(new LockUpdate.Keep());

        assertThat(disk.versions())
                .containsExactly("app 1.0 from disk", "fast 1.5+cpu from disk", "idna 3.6 from disk");
        assertThat(disk.lock().packages().stream().flatMap(LockedPackage::files))
                .allMatch(file -> file.url()
                        .toString()
                        .startsWith(mirror.resolve("acme").toUri().toString()));
        assertThat(disk.verify(TargetChoice.ALL).problems()).isEmpty();
        String locked = Files.readString(home.resolve("disk/generated/pylock.toml"));
        disk.generate(new LockUpdate.UpgradeAll());
        assertThat(Files.readString(home.resolve("disk/generated/pylock.toml"))).isEqualTo(locked);
    }

    @Test
    void isAMirrorWithoutAServer() throws IOException {
        mirror(mirror, Optional.empty());
        FileTree.copy(home.resolve("near/generated"), home.resolve("far/generated"));
        Acme far = acme("far").mirror("acme", mirror.resolve("acme").toUri());
        index.close();

        assertThat(far.verify(TargetChoice.ALL).problems()).isEmpty();
        far.generate(new LockUpdate.UpgradeAll());
        assertThat(home.resolve("far/generated/pylock.toml"))
                .hasSameTextualContentAs(home.resolve("near/generated/pylock.toml"));
    }

    @Test
    void saysWhatIsMissingOfASourceOnADisk() {
        assertThat(catchThrowableOfType(
                        WheelsException.class, () -> onDisk("disk").generate(new LockUpdate.Keep())))
                .hasMessageContaining("[wheels/X431]")
                .hasMessageContaining("of the source \"disk\" cannot be read");
        mirror(mirror, Optional.empty());
        assertThat(catchThrowableOfType(
                        WheelsException.class,
                        () -> onDisk("disk").wheel("other", "disk").generate(new LockUpdate.Keep())))
                .hasMessageContaining("[wheels/R203]")
                .hasMessageContaining("\"other\"");
    }

    /** A page of it may name no file of the machine that is not in it. */
    @Test
    void readsNoFileOutsideOfASourceOnADisk() throws IOException {
        mirror(mirror, Optional.empty());
        Path page = mirror.resolve("acme/app/index.html");
        Path outside = Files.writeString(home.resolve("app-9.0-py3-none-any.whl"), "secret");
        Files.writeString(
                page, Files.readString(page).replace("</body>", "<a href=\"" + outside.toUri() + "\">x</a></body>"));

        assertThat(catchThrowableOfType(
                        WheelsException.class, () -> onDisk("disk").generate(new LockUpdate.Keep())))
                .hasMessageContaining("is in no declared folder");
    }

    @NeedsNixBuilds
    @Test
    void isBuiltByNixAsAWholeWithoutAServer() throws Exception {
        mirror(mirror, Optional.empty());
        index.close();
        onDisk("disk").generate(new LockUpdate.Keep());
        Path nixpkgs = Path.of("target", "nixpkgs").toAbsolutePath();
        FixtureNixpkgs.writeTo(nixpkgs, List.of());

        String environment = HostCommand.said(
                "nix-build",
                "--no-out-link",
                "--expr",
                "(import " + nixpkgs + " { system = \"x86_64-linux\"; overlays = [ (import "
                        + home.resolve("disk/generated/overlay.nix")
                        + ") ]; }).python312.withPackages (ps: [ ps.app ps.fast ])");
        assertThat(Path.of(environment.strip()).resolve("lib/python3.12/site-packages/idna-3.6.dist-info"))
                .exists();
    }

    @NeedsNix
    @Test
    void isWhatNixAsksByHash() throws Exception {
        mirror(mirror, Optional.empty());
        String hash = acme.lock()
                .packages()
                .get(0)
                .files()
                .findFirst()
                .orElseThrow()
                .sha256()
                .hex();
        String nowhere = "import <nix/fetchurl.nix> { url = \"http://127.0.0.1:1/app-" + System.nanoTime()
                + ".whl\"; sha256 = \"" + hash + "\"; }";

        String path = HostCommand.said(
                "nix-build",
                "--no-out-link",
                "--option",
                "hashed-mirrors",
                server.uri().toString(),
                "-E",
                nowhere);

        assertThat(Sha256.of(Path.of(path.strip())).hex()).isEqualTo(hash);
        assertThat(server.count("/sha256/" + hash)).isPositive();
    }
}
