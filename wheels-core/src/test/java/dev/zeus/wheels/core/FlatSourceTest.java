// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.LoopbackServer;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that list all their files in one place: folders, and pages of links. */
class FlatSourceTest {
    private static final BuiltWheel OLD = wheel("demo", "1.0");
    private static final BuiltWheel NEW = wheel("demo", "1.1", "leaf");
    private static final BuiltWheel LEAF = wheel("leaf", "2.0");

    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectory(home.resolve("wheels"));
        for (BuiltWheel wheel : new BuiltWheel[] {OLD, NEW, LEAF}) {
            Files.write(folder.resolve(wheel.filename()), wheel.bytes());
        }
        Files.writeString(folder.resolve("README.txt"), "not a wheel");
    }

    @Test
    void locksAFolderBesideTheLockByTheWayThere() throws IOException {
        Acme acme = new Acme(home).flat("vendored", "wheels/").wheel("demo", "vendored");
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).containsExactly("demo 1.1 from vendored", "leaf 2.0 from vendored");
        LockedWheel wheel = acme.lock().packages().get(0).wheels().get(0);
        assertThat(wheel.url()).hasToString("../wheels/" + NEW.filename());
        assertThat(wheel.sha256().hex()).isEqualTo(NEW.sha256());
        assertThat(Files.readString(home.resolve("generated/pylock.toml")))
                .contains("path = \"../wheels/" + NEW.filename() + "\"")
                .doesNotContain(home.toString());
        assertThat(Files.readString(home.resolve("generated/vendored/universal.nix")))
                .contains("path = ../../wheels/" + NEW.filename() + ";")
                .doesNotContain("url =");
        acme.offline().generate(new LockUpdate.UpgradeAll());
    }

    @Test
    void locksAFolderOfThisMachineByItsAddress() throws IOException {
        new Acme(home)
                .flat("mine", folder.toUri().toString())
                .wheel("demo", "mine")
                .generate(new LockUpdate.Keep());
        assertThat(Files.readString(home.resolve("generated/mine/universal.nix")))
                .contains("url = \"" + folder.resolve(NEW.filename()).toUri() + "\";");
    }

    @Test
    void saysThatNixHasNoWordForAFolder() throws IOException {
        Path odd = Files.createDirectory(home.resolve("my wheels"));
        Files.write(odd.resolve(LEAF.filename()), LEAF.bytes());
        WheelsException error = catchThrowableOfType(
                WheelsException.class,
                () -> new Acme(home)
                        .flat("odd", "my%20wheels/")
                        .wheel("leaf", "odd")
                        .generate(new LockUpdate.Keep()));
        assertThat(error)
                .satisfies(ProblemExample.printed("N306"))
                .hasMessageContaining("[wheels/N306] \"../../my wheels/");
    }

    @Test
    void saysThatAFolderIsMissing() {
        WheelsException error = catchThrowableOfType(
                WheelsException.class,
                () -> new Acme(home)
                        .flat("vendored", "vendor")
                        .wheel("demo", "vendored")
                        .generate(new LockUpdate.Keep()));
        assertThat(error).hasMessageContaining("[wheels/N340]").hasMessageContaining("vendor");
    }

    @Test
    void readsAPageOfLinks() {
        String page = "<a href=\"/about\">about</a><a href=\"files/" + OLD.filename() + "#sha256=" + OLD.sha256()
                + "\">old</a><a href=\"files/other-1.0-py3-none-any.whl\">other</a>";
        try (LoopbackServer server =
                LoopbackServer.start(request -> request.path().equals("/links.html")
                        ? Answer.html(page)
                        : request.path().equals("/files/" + OLD.filename())
                                ? LoopbackIndex.ranged(OLD.bytes(), request)
                                : Answer.status(404))) {
            URI links = server.uri().resolve("links.html");
            Acme acme = new Acme(home).flat("links", links.toString()).wheel("demo", "links");
            acme.generate(new LockUpdate.Keep());
            assertThat(acme.versions()).containsExactly("demo 1.0 from links");
            assertThat(acme.lock().packages().get(0).wheels().get(0).url())
                    .isEqualTo(server.uri().resolve("files/" + OLD.filename()));
            assertThat(server.count("/links.html")).isEqualTo(1);
        }
    }

    @Test
    void takesOneFileFromItsAddressAndWhatItNeedsFromTheIndex() {
        try (LoopbackIndex index = LoopbackIndex.start().add(LEAF);
                LoopbackServer files = serving(NEW)) {
            URI file = files.uri().resolve(NEW.filename());
            Acme acme = new Acme(home)
                    .source("pypi", index.uri())
                    .flat("built", file.toString())
                    .wheel("demo", "built");
            acme.generate(new LockUpdate.Keep());
            assertThat(acme.versions()).containsExactly("demo 1.1 from built", "leaf 2.0 from pypi");
            LockedWheel wheel = acme.lock().packages().get(0).wheels().get(0);
            assertThat(wheel.url()).isEqualTo(file);
            assertThat(wheel.sha256().hex()).isEqualTo(NEW.sha256());
        }
    }

    private static LoopbackServer serving(BuiltWheel wheel) {
        return LoopbackServer.start(request -> request.path().equals("/" + wheel.filename())
                ? LoopbackIndex.ranged(wheel.bytes(), request)
                : Answer.status(404));
    }

    @Test
    void takesOneFileByItsPath() {
        Acme acme = new Acme(home).flat("vendored", "wheels/" + LEAF.filename()).wheel("leaf", "vendored");
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.lock().packages().get(0).wheels().get(0).url()).hasToString("../wheels/" + LEAF.filename());
    }

    @Test
    void meetsARequirementByAddressOnlyWhereItIsDeclared() {
        try (LoopbackServer files = serving(LEAF)) {
            URI file = files.uri().resolve(LEAF.filename());
            BuiltWheel app = wheel("app", "1.0", "leaf @ " + file + "#sha256=" + LEAF.sha256());
            try (LoopbackIndex index = LoopbackIndex.start().add(app).add(LEAF)) {
                Acme undeclared = new Acme(home).source("pypi", index.uri()).wheel("app", "pypi");
                WheelsException error =
                        catchThrowableOfType(WheelsException.class, () -> undeclared.generate(new LockUpdate.Keep()));
                assertThat(error)
                        .hasMessageContaining("requires a URL, not a version: \"leaf @ " + file)
                        .hasMessageContaining("overrides = \"leaf\" in @WheelSet");
                Acme declared = new Acme(home)
                        .source("pypi", index.uri())
                        .flat("leaf", file.toString())
                        .wheel("app", "pypi")
                        .wheel("leaf", "leaf");
                declared.generate(new LockUpdate.Keep());
                assertThat(declared.versions()).containsExactly("app 1.0 from pypi", "leaf 2.0 from leaf");
            }
        }
    }

    @Test
    void nobodyElseMayNameAFileOfThisMachine() {
        String page = "<a href=\"" + folder.resolve(OLD.filename()).toUri() + "\">x</a>";
        try (LoopbackServer server = LoopbackServer.start(request -> Answer.html(page))) {
            WheelsException error = catchThrowableOfType(
                    WheelsException.class,
                    () -> new Acme(home)
                            .flat("links", server.uri().toString())
                            .wheel("demo", "links")
                            .generate(new LockUpdate.Keep()));
            assertThat(error).isNotNull();
            assertThat(home.resolve("generated")).doesNotExist();
        }
    }

    @Test
    void readsOnlyWhatIsInADeclaredFolder() throws IOException {
        Acme acme = new Acme(home).flat("vendored", "wheels/").wheel("demo", "vendored");
        acme.generate(new LockUpdate.Keep());
        Files.delete(folder.resolve(NEW.filename()));
        acme.generate(new LockUpdate.UpgradeAll());
        assertThat(acme.versions()).containsExactly("demo 1.0 from vendored");
    }

    private static BuiltWheel wheel(String name, String version, String... requires) {
        WheelBuilder builder = WheelBuilder.of(name, version).file(name + "/__init__.py", "");
        for (String requirement : requires) {
            builder = builder.requires(requirement);
        }
        return builder.build();
    }
}
