// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.SystemServiceDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What declared services are in NixOS, and what systemd says of their units. */
@NeedsNixBuilds
class ServiceNixTest {
    /** Says what it is called with, or where it listens for one request. */
    private static final String SERVER = """
            import http.server, os, sys

            class Answer(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(200)
                    self.end_headers()
                    self.wfile.write((self.path + " " + os.environ["TZ"]).encode())

                def log_message(self, *arguments):
                    pass

            def main():
                if sys.argv[-1] != "--serve":
                    return print(*sys.argv[1:])
                server = http.server.HTTPServer(("127.0.0.1", 0), Answer)
                print(server.server_port, flush=True)
                server.handle_request()
            """;

    @TempDir
    static Path directory;

    private static FixtureNix nix;
    private static SortedMap<String, String> files;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        LockBuilder lock = new LockBuilder();
        lock.add(
                "pypi",
                NO_FACTS,
                List.of(),
                nix.wheel(
                        WheelBuilder.of("web", "1.0").script("serve = web:main").file("web/__init__.py", SERVER), ""));
        lock.pure("llvmlite");
        lock.pure("numba", "llvmlite");
        lock.add("pypi", NO_FACTS, List.of(needs("numba")), LockBuilder.wheel("fit-1.0-py3-none-any.whl", ""));
        lock.pure("nvidia-cublas-cu12");
        WheelSetDeclaration set = Sets.of(
                        List.of(Sets.wheel("fit"), Sets.wheel("nvidia-cublas-cu12"), Sets.wheel("web")), List.of())
                .withEnvironments(List.of(
                        environment(
                                "fit",
                                List.of("fit", "nvidia-cublas-cu12"),
                                new ApplicationDeclaration("fit", List.of("fit"), List.of()),
                                service("fit", List.of(), 0, Map.of(), List.of())),
                        environment(
                                "shop",
                                List.of("web"),
                                new ApplicationDeclaration("shop", List.of("serve"), List.of("shop:app")),
                                service(
                                        "shop",
                                        List.of("--port", "{port}", "100%", "$HOME"),
                                        8000,
                                        Map.of("TZ", "UTC", "RATIO", "50%", "BIND", "[::]:{port}"),
                                        List.of("api-key")))));
        files = Renderer.render(set, lock.lock());
        nix.write(files);
    }

    private static EnvironmentDeclaration environment(
            String name, List<String> packages, ApplicationDeclaration application, SystemServiceDeclaration service) {
        return new EnvironmentDeclaration(
                        "com.acme.E", name, "3.12", packages, List.of(), new TreeMap<>(Map.of("TZ", "CET")), "")
                .withParts(List.of(application, service));
    }

    private static SystemServiceDeclaration service(
            String name, List<String> arguments, int port, Map<String, String> variables, List<String> credentials) {
        return new SystemServiceDeclaration(
                name, name, "the " + name + ", 9 % more", arguments, port, new TreeMap<>(variables), credentials);
    }

    /** NixOS with both services and what a user sets. */
    private static String system(String settings, String body) {
        return nix.expression(
                "x86_64-linux",
                List.of(),
                "let machine = import " + FixtureNix.NIXPKGS + "/nixos { inherit pkgs; modules = (builtins.attrValues"
                        + " (import " + directory.resolve("generated/services.nix") + ")) ++ [ { " + settings
                        + " } ]; }; in " + body);
    }

    private static final String ENABLED =
            "services.shop.enable = true; services.shop.credentials.api-key = \"/run/secrets/key\";";

    private static String shop(String more) throws Exception {
        return nix.evalWhole(system(ENABLED + more, "machine.units.shop"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "| Environment=\"TZ=UTC\"",
                // systemd expands `%` everywhere, and `$` in commands.
                "| Environment=\"RATIO=50%%\"",
                "| Environment=\"BIND=[::]:8000\"",
                "| /bin/shop\" \"--port\" \"8000\" \"100%%\" \"$$HOME\"",
                "| LoadCredential=api-key:/run/secrets/key",
                "| CapabilityBoundingSet=",
                "| MemoryDenyWriteExecute=true",
                "| PrivateDevices=true",
                "services.shop.port = 9000; | \"--port\" \"9000\" \"100%%\" \"$$HOME\"",
                "services.shop.port = 9000; | Environment=\"BIND=[::]:9000\"",
                "services.shop.arguments = [ \"--help\" ]; | /bin/shop\" \"--help\"",
                "services.shop.settings.TZ = \"Asia/Tokyo\"; | Environment=\"TZ=Asia/Tokyo\"",
                "services.shop.settings.DEBUG = false; | Environment=\"DEBUG=false\"",
                "services.shop.settings.WORKERS = 4; | Environment=\"WORKERS=4\"",
                "services.shop.environmentFile = \"/run/shop.env\"; | EnvironmentFile=/run/shop.env",
                // Only the superuser's children may listen there, and only with users of the system.
                "services.shop.port = 80; | AmbientCapabilities=CAP_NET_BIND_SERVICE",
                "services.shop.port = 80; | PrivateUsers=false",
            })
    void theUnitHasWhatIsDeclaredAndSet(String settings, String line) throws Exception {
        assertThat(shop(settings == null ? "" : settings)).contains(line + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "services.shop.port = 65536; | is not of type",
                "services.shop.prot = 1; | The option `services.shop.prot' does not exist",
                "services.fit.port = 1; | The option `services.fit.port' does not exist",
                "services.shop.environmentFile = \"/nix/store/x.env\"; | outside of the store",
                "services.shop.credentials.api-key = lib.mkForce \"key\"; | services.shop.credentials.api-key is \"key\"",
            })
    void whatAUserSetsWrongIsRefused(String settings, String message) throws Exception {
        String module = "imports = [ ({ lib, ... }: { " + settings + " }) ]; " + ENABLED;

        assertThat(nix.failure(
                        "nix",
                        "eval",
                        "--offline",
                        "--raw",
                        "--impure",
                        "--expr",
                        system(module, "machine.units.shop")))
                .contains(message);
    }

    @Test
    void aServiceWithoutItsCredentialIsRefused() throws Exception {
        assertThat(nix.failure(
                        "nix",
                        "eval",
                        "--offline",
                        "--raw",
                        "--impure",
                        "--expr",
                        system("services.shop.enable = true;", "machine.units.shop")))
                .contains("The option `services.shop.credentials.api-key' was accessed but has no value defined");
    }

    @Test
    void nothingIsThereUntilItIsEnabled() throws Exception {
        assertThat(nix.evalWhole(system("", "builtins.attrNames machine.units")))
                .isEqualTo("[]");
        assertThat(nix.evalWhole(system(ENABLED, "machine.config.networking.firewall.allowedTCPPorts")))
                .isEqualTo("[]");
        assertThat(nix.evalWhole(system(
                        ENABLED + "services.shop.openFirewall = true; services.shop.port = 81;",
                        "machine.config.networking.firewall.allowedTCPPorts")))
                .isEqualTo("[81]");
    }

    @Test
    void whatTheLockKnowsOfThePackagesIsAllowed() throws Exception {
        String unit = nix.evalWhole(system("services.fit.enable = true;", "machine.units.fit"));

        assertThat(unit)
                .contains("MemoryDenyWriteExecute=false\n", "PrivateDevices=false\n", "DeviceAllow=char-nvidiactl\n");
        assertThat(files.get("services.nix"))
                .contains("# llvmlite compiles with LLVM when it runs, so memory may be both written and executed.\n"
                        + "      # numba compiles what it computes when it runs, so memory may be both written"
                        + " and executed.\n"
                        + "      compiles = [\n        \"llvmlite\"\n        \"numba\"\n      ];\n");
    }

    /** The unit as systemd reads it, with the program that it names. */
    @ParameterizedTest
    @ValueSource(strings = {"", "services.shop.port = 80;"})
    @EnabledIf(value = "hasSystemd", disabledReason = "needs a systemd-analyze that reads units of others (250)")
    void systemdFindsNothingWrongAndLittleExposed(String settings) throws Exception {
        Path unit = directory.resolve("shop.service");
        Files.writeString(unit, shop(settings));
        assertThat(unit).content().contains("Description=the shop, 9 %% more\n");
        nix.buildWhole(system(ENABLED, "machine.config.services.shop.package"));

        assertThat(said("systemd-analyze", "verify", unit.toString())).isEmpty();
        assertThat(said(
                        "systemd-analyze",
                        "security",
                        "--offline=true",
                        "--threshold=20",
                        "--no-pager",
                        unit.toString()))
                .contains("Overall exposure level for shop.service: 1.");
    }

    @Test
    void whatIsRunIsTheApplication() throws Exception {
        Path built = nix.buildWhole(system(ENABLED, "machine.config.services.shop.package"));

        assertThat(nix.run(built.resolve("bin/shop").toString(), "--port", "1")).isEqualTo("shop:app --port 1");
    }

    @Test
    void theApplicationAnswersARequest() throws Exception {
        Path built = nix.buildWhole(system(ENABLED, "machine.config.services.shop.package"));
        ProcessBuilder command = new ProcessBuilder(built.resolve("bin/shop").toString(), "--serve");
        command.environment().remove("TZ");
        Process server = command.start();
        try {
            String port = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/offers"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("/offers CET");
        } finally {
            server.destroy();
        }
    }

    /** Those who have KVM run it; here it is evaluated. */
    @Test
    void theTestOfTheServiceWaitsForItsPort() throws Exception {
        String tests = "(import " + directory.resolve("generated/service-tests.nix")
                + " (pkgs // { testers.runNixOSTest = test: test; })).shop.";
        String config = "(import " + FixtureNix.NIXPKGS + "/nixos { inherit pkgs; modules = [ (removeAttrs (" + tests
                + "nodes.machine) [ \"environment\" ]) ]; }).units.shop";

        assertThat(nix.evalWhole(nix.expression("x86_64-linux", List.of(), tests + "testScript")))
                .contains("wait_for_unit(\"shop.service\")", "wait_for_open_port(8000)");
        assertThat(nix.evalWhole(nix.expression("x86_64-linux", List.of(), config)))
                .contains("LoadCredential=api-key:/etc/test-credentials/api-key\n");
    }

    static boolean hasSystemd() {
        try {
            return said("systemd-analyze", "--help").contains("--offline");
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        assertThat(exit).as(said).isZero();
        return said;
    }
}
