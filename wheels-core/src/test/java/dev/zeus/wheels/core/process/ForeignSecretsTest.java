// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Secrets that others put into pages, metadata and answers; those of the user's own settings are in
 * {@link SecretsTest}.
 */
final class ForeignSecretsTest {
    private static final String CANARY = "canary-4712/do+not=print";
    private static final Login LOGIN = new Login("user", CANARY);
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("user:" + CANARY).getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path directory;

    private final List<WheelsEvent> events = new CopyOnWriteArrayList<>();

    private Project project(LoopbackIndex index) {
        return new Project(index.uri(), directory.resolve("home"), directory.resolve("cache"));
    }

    @Test
    @Proves(
            id = "attack 25",
            given = "links that sign themselves in, and addresses with logins in metadata and on the page",
            outcome = "locked without; no event, cache entry, lock, Nix file or result.json holds them")
    void signaturesAndLoginsOfOthersAreKeptNowhere() throws IOException {
        BuiltWheel wheel = WheelBuilder.of("demo", "1.0")
                .header("Home-page: https://user:SECRET@host.example/home")
                .header("Project-URL: Changelog, https://SECRET@host.example/changes?token=SECRET")
                .header(
                        "Requires-Dist: leaf @ https://user:SECRET@host.example/leaf-1.0-py3-none-any.whl ; extra == 'x'")
                .header("Provides-Extra: x")
                .build();
        try (LoopbackIndex index = LoopbackIndex.start().add(wheel)) {
            String page = new String(
                            index.uri().resolve("demo/").toURL().openStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace(".whl#", ".whl?X-Amz-Signature=SECRET&amp;a=1#")
                    .replace(
                            "</body>",
                            "<a href='https://user:SECRET@host.example/demo-0.9-py3-none-any.whl'>"
                                    + "demo-0.9-py3-none-any.whl</a><p>https://host.example/?token=SECRET</p></body>");
            index.always(
                    "/simple/demo/",
                    Answer.html(page).with("Cache-Control", "max-age=600").with("ETag", "\"1\""));
            String file = "/files/" + wheel.filename() + "?X-Amz-Signature=SECRET&a=1";
            index.always(file, Answer.bytes(wheel.bytes()));
            index.always(
                    file.replace("?", ".metadata?"),
                    Answer.bytes(wheel.metadata().getBytes(StandardCharsets.UTF_8)));

            project(index).generate(List.of("demo"), events::add);
            String first = Files.readString(project(index).generated().resolve("pylock.toml"));
            project(index).generate(List.of("demo"), events::add);

            assertThat(first)
                    .contains("demo-1.0-py3-none-any.whl?a=1\"")
                    .isEqualTo(Files.readString(project(index).generated().resolve("pylock.toml")));
            assertThat(index.count("/simple/demo/"))
                    .as("a page without its signatures is no answer online")
                    .isGreaterThan(1);
        }
        assertNowhere(events.toString(), "SECRET");
    }

    @Test
    void aRequirementByAddressIsShownWithoutItsLogin() throws IOException {
        BuiltWheel wheel = WheelBuilder.of("demo", "1.0")
                .requires("leaf @ https://user:SECRET@host.example/leaf-1.0-py3-none-any.whl")
                .build();
        try (LoopbackIndex index = LoopbackIndex.start().add(wheel)) {
            WheelsException refused = catchThrowableOfType(
                    WheelsException.class, () -> project(index).generate(List.of("demo"), events::add));

            assertThat(refused).hasMessageContaining("host.example/leaf-1.0");
            assertNowhere(events.toString() + refused, "SECRET");
        }
    }

    @Test
    @Proves(
            id = "attack 22",
            given = "the link http://host/user:SECRET@x/demo.whl, and one with a login, as the only ones",
            outcome = "refused, without the secret")
    void aRefusedAddressIsShownWithoutItsSecret() throws IOException {
        for (String link : List.of("http://host.example/user:SECRET@x/", "https://user:SECRET@host.example/")) {
            try (LoopbackIndex index = LoopbackIndex.start()) {
                index.always(
                        "/simple/demo/",
                        Answer.html("<a href='" + link + "demo-1.0-py3-none-any.whl'>demo-1.0-py3-none-any.whl</a>"));
                index.always("/moved/", Answer.redirect(link));
                index.always("/simple/other/", Answer.redirect(link + "?token=SECRET"));
                for (String name : List.of("demo", "other")) {
                    WheelsException refused = catchThrowableOfType(
                            WheelsException.class, () -> project(index).generate(List.of(name), events::add));
                    assertNowhere(events + refused.toString(), "SECRET");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 404, 400})
    void aServerThatEchoesTheLoginIsNotQuoted(int status) throws IOException {
        try (LoopbackIndex index = LoopbackIndex.start()) {
            index.requireAuthorization(BASIC);
            String body = "{\"detail\": \"refused: " + BASIC + " " + BASIC.replace("/", "\\/") + " user:" + CANARY + " "
                    + CANARY.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D") + "\"}";
            index.always(
                    "/simple/demo/",
                    Answer.json(body)
                            .withStatus(status)
                            .with("Content-Type", "application/problem+json")
                            .with("ETag", "\"" + BASIC + "\""));
            Project project = project(index);

            WheelsException refused = catchThrowableOfType(
                    WheelsException.class, () -> project.generate(List.of("demo"), Optional.of(LOGIN), events::add));

            String encoded = BASIC.substring("Basic ".length());
            for (String secret : List.of(CANARY, encoded, encoded.replace("=", ""), "canary-4712")) {
                assertNowhere(events + refused.toString(), secret);
            }
        }
    }

    /** What was said, as it is printed, and every file but the wheels themselves, which are what their authors made. */
    private void assertNowhere(String said, String secret) throws IOException {
        assertThat(Printable.text(said)).doesNotContain(secret);
        assertThat(FileTree.files(directory))
                .filteredOn(file -> !file.toString().endsWith(".whl"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(secret));
    }
}
