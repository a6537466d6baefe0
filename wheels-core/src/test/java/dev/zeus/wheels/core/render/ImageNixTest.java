// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.ContainerImageDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.ImageUser;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a container image, layer by layer. */
@NeedsNixBuilds
class ImageNixTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    static Path directory;

    private static FixtureNix nix;
    private static ReadImage before;
    private static ReadImage after;

    @BeforeAll
    static void build() throws Exception {
        nix = new FixtureNix(directory);
        write("before", "1.0");
        write("after", "1.1");
        before = read("before", "shop");
        after = read("after", "shop");
    }

    /** A service from source on wheels, one of them large, that all require a small one. */
    private static void write(String place, String leaf) throws IOException {
        LockBuilder lock = new LockBuilder();
        lock.add(
                "pypi",
                NO_FACTS,
                List.of(),
                nix.wheel(
                        WheelBuilder.of("leaf", leaf)
                                .file("leaf/__init__.py", "VERSION = '" + leaf + "'\n")
                                .file("leaf/data.bin", random(leaf, MEBIBYTE)),
                        ""));
        lock.add(
                "pypi",
                NO_FACTS,
                List.of(needs("leaf")),
                nix.wheel(
                        WheelBuilder.of("heavy", "1.0")
                                .requires("leaf")
                                .file("heavy/data.bin", random("heavy", 6 * MEBIBYTE)),
                        ""));
        lock.add(
                "pypi",
                NO_FACTS,
                List.of(needs("heavy"), needs("leaf")),
                nix.wheel(
                        WheelBuilder.of("tree", "1.0")
                                .requires("heavy", "leaf")
                                .file("tree/data.bin", random("tree", 3 * MEBIBYTE)),
                        ""));
        CustomPackageDeclaration web = new CustomPackageDeclaration(
                "com.acme.Web", "web", "web", """
                { buildPythonPackage, python, tree }:
                buildPythonPackage {
                  pname = "web";
                  version = "1.0";
                  pyproject = false;
                  dependencies = [ tree ];
                  buildCommand = ''
                    mkdir -p $out/${python.sitePackages} $out/bin $out/nix-support
                    echo "import leaf, heavy, tree; print(leaf.VERSION, tree.__name__)" >$out/${python.sitePackages}/web.py
                    printf '#!%s\\nimport web\\n' ${python.interpreter} >$out/bin/web
                    chmod +x $out/bin/web
                    echo ${tree} >$out/nix-support/propagated-build-inputs
                  '';
                }
                """, List.of("3.12"), "", List.of("tree"), List.of(PackageTest.IMPORT));
        EnvironmentDeclaration shop = new EnvironmentDeclaration(
                        "com.acme.Shop",
                        "shop",
                        "3.12",
                        List.of("web"),
                        List.of(),
                        new TreeMap<>(Map.of("TZ", "CET", "LANG", "C.UTF-8")),
                        "")
                .withParts(List.of(
                        new ApplicationDeclaration("shop", List.of("web"), List.of("shop:app")),
                        image("acme/shop", false),
                        image("acme/debug", true)));
        nix.write(
                place,
                Renderer.render(
                        Sets.of(List.of(Sets.wheel("heavy"), Sets.wheel("tree")), List.of(web))
                                .withEnvironments(List.of(shop)),
                        lock.lock()));
    }

    private static ContainerImageDeclaration image(String repository, boolean shell) {
        return new ContainerImageDeclaration(
                repository,
                "",
                "shop",
                List.of("--port", "8000"),
                List.of(8000),
                new TreeMap<>(Map.of("TZ", "UTC")),
                new TreeMap<>(Map.of("a.b", "${c}")),
                new ImageUser("web", 1000),
                "/tmp",
                shell);
    }

    private static byte[] random(String seed, int bytes) {
        byte[] content = new byte[bytes];
        new Random(seed.hashCode()).nextBytes(content);
        return content;
    }

    private static String expression(String system, String place, String name) {
        return nix.expression(
                system,
                List.of(),
                "(import " + directory.resolve(place).resolve("environments.nix") + " pkgs).shop.images." + name);
    }

    private static String expression(String place, String name) {
        return expression("x86_64-linux", place, name);
    }

    private static ReadImage read(String place, String name) throws Exception {
        return read(nix.buildWhole(expression(place, name)), directory.resolve(place + "-" + name + ".tar"));
    }

    private static ReadImage read(Path stream, Path archive) throws Exception {
        nix.run("sh", "-c", stream + " >" + archive);
        return ReadImage.read(archive);
    }

    @Test
    void runsItsCommandAsAUserWithoutRights() throws Exception {
        List<String> entrypoint = before.texts("Entrypoint");

        assertThat(entrypoint).hasSize(2).first().asString().endsWith("/bin/web");
        assertThat(entrypoint).last().isEqualTo("shop:app");
        assertThat(before.texts("Cmd")).containsExactly("--port", "8000");
        assertThat(before.config().get("User").textValue()).isEqualTo("1000:1000");
        assertThat(before.texts("Env"))
                .containsExactly(
                        "HOME=/tmp",
                        "LANG=C.UTF-8",
                        "PATH=/bin",
                        "SSL_CERT_FILE=/etc/ssl/certs/ca-bundle.crt",
                        "TZ=UTC");
        assertThat(before.config().get("WorkingDir").textValue()).isEqualTo("/tmp");
        assertThat(before.config().get("ExposedPorts").has("8000/tcp")).isTrue();
        assertThat(before.config().get("Labels").get("a.b").textValue()).isEqualTo("${c}");
        assertThat(nix.run(entrypoint.get(0))).isEqualTo("1.0 tree");
        assertThat(nix.run(after.texts("Entrypoint").get(0))).isEqualTo("1.1 tree");
    }

    @Test
    void theRootHasTheCommandUsersAndCertificates() {
        ReadImage.Layer root =
                List.copyOf(before.layers().values()).get(before.layers().size() - 1);

        assertThat(root.files())
                .containsKeys("/bin/web", "/etc/passwd", "/etc/ssl/certs/ca-bundle.crt")
                .doesNotContainKeys("/bin/sh", "/usr/bin/env");
        assertThat(root.files().getOrDefault("/tmp", 0) & 07777).isEqualTo(01777);
        assertThat(root.bytes()).isLessThan(MEBIBYTE / 4);
    }

    /** Nothing comes along with it, such as a login of the user who builds it. */
    @Test
    void outsideOfTheStoreThereIsNothingElse() {
        assertThat(before.files()
                        .filter(file -> !file.matches("/nix/store/[0-9a-z]{32}-.*"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "",
                        "/bin",
                        "/bin/web",
                        "/etc",
                        "/etc/group",
                        "/etc/nsswitch.conf",
                        "/etc/passwd",
                        "/etc/pki",
                        "/etc/pki/tls",
                        "/etc/pki/tls/certs",
                        "/etc/pki/tls/certs/ca-bundle.crt",
                        "/etc/ssl",
                        "/etc/ssl/certs",
                        "/etc/ssl/certs/ca-bundle.crt",
                        "/etc/ssl/certs/ca-certificates.crt",
                        "/nix",
                        "/nix/store",
                        "/tmp",
                        "/var",
                        "/var/empty");
    }

    /** Each store path is in one layer, and each wheel is there once. */
    @Test
    void whatChangesSeldomIsInLayersOfItsOwn() {
        assertThat(before.with("-heavy-1.0/lib"))
                .hasSize(1)
                .allSatisfy(layer -> assertThat(layer.has("-leaf-")).isFalse());
        assertThat(before.with("-leaf-1.0/lib"))
                .hasSize(1)
                .allSatisfy(layer -> assertThat(layer.has("-tree-")).isFalse());
        assertThat(before.with("-tree-1.0/lib")).hasSize(1);
        assertThat(before.files().filter(file -> file.endsWith("-web-1.0"))).hasSize(1);
        assertThat(before.layers().values().iterator().next().has("-python3-3.12"))
                .isTrue();
    }

    @Test
    void aSmallWheelThatIsBumpedSendsLittleElse() {
        assertThat(after.bytesAfter(before)).isBetween((long) MEBIBYTE, 2L * MEBIBYTE);
        assertThat(after.with("-leaf-1.1/lib")).hasSize(1);
    }

    /** Beside the other one, whose layers are by popularity: an older nixpkgs takes no pipeline. */
    @Test
    void anOlderNixpkgsDividesByPopularity() throws Exception {
        String older = "final: prev: { dockerTools = import " + FixtureNix.NIXPKGS + "/docker { inherit (prev) lib;"
                + " hosts = import " + FixtureNix.NIXPKGS + "/hosts.nix; pkgs = final; hasPipeline = false; }; }";
        String environments = "(import " + directory.resolve("before/environments.nix") + " pkgs).shop.images.shop";
        ReadImage image = read(
                nix.buildWhole(nix.expression("x86_64-linux", List.of(older), environments)),
                directory.resolve("older.tar"));

        assertThat(image.config()).isEqualTo(before.config());
        assertThat(image.files().sorted().distinct().toList())
                .isEqualTo(before.files().sorted().distinct().toList());
        assertThat(image.with("-heavy-1.0/lib"))
                .hasSize(1)
                .allSatisfy(layer -> assertThat(layer.has("-leaf-")).isFalse());
    }

    @Test
    void aShellIsThereWhereItIsAskedFor() throws Exception {
        ReadImage image = read("before", "debug");

        assertThat(image.files()).contains("/bin/sh", "/usr/bin/env", "/bin/web");
        assertThat(after.bytesAfter(image)).isLessThan(2L * MEBIBYTE);
    }

    @Test
    void thereAreImagesOfLinuxOnly() throws Exception {
        assertThat(nix.evalWhole(nix.expression(
                        "aarch64-darwin",
                        List.of(),
                        "builtins.attrNames (import " + directory.resolve("before/environments.nix")
                                + " pkgs).shop.images")))
                .isEqualTo("[]");
    }

    @Test
    void theArchiveIsWhatTheStreamWrites() throws Exception {
        Path archive = nix.buildWhole(expression("before", "shop") + ".archive");
        Path unpacked = directory.resolve("unpacked.tar");
        nix.run("sh", "-c", "gzip -dc " + archive + " >" + unpacked);

        assertThat(ReadImage.read(unpacked).layers().keySet())
                .isEqualTo(before.layers().keySet());
        assertThat(Files.size(unpacked)).isEqualTo(Files.size(directory.resolve("before-shop.tar")));
    }
}
