// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose login an index gets, and when it is looked for. */
final class IndexAccessTest {
    private static final Login MINE = new Login("me", "mine");

    @TempDir
    Path home;

    private final List<WheelsEvent> events = new CopyOnWriteArrayList<>();
    private final LoopbackIndex index = LoopbackIndex.start();

    @BeforeEach
    void serve() throws IOException {
        for (String name : List.of("one", "two")) {
            index.add(WheelBuilder.of(name, "1.0").build());
        }
        Path netrc = Files.writeString(home.resolve(".netrc"), "machine 127.0.0.1 login net password rc");
        Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void takesTheLoginOfTheFrontEndBeforeThatOfNetrc() {
        ask(source -> Optional.of(MINE), "one");
        assertThat(authorization()).contains(basic("me:mine"));
        ask(source -> Optional.empty(), "two");
        assertThat(authorization()).contains(basic("net:rc"));
        assertThat(events).filteredOn(WheelsEvent.Warned.class::isInstance).isEmpty();
    }

    @Test
    @Proves(id = "attack 28", given = "a netrc that others may read, and two requests", outcome = "E406 warns once")
    void warnsOnceOfANetrcThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(home.resolve(".netrc"), PosixFilePermissions.fromString("rw-r--r--"));
        ask(source -> Optional.empty(), "one", "two");
        assertThat(events)
                .filteredOn(WheelsEvent.Warned.class::isInstance)
                .singleElement()
                .asString()
                .satisfies(ProblemExample.printed("E406"))
                .contains("E406", ".netrc", "others may read it", "chmod 600");
    }

    @Test
    @Proves(
            id = "attack 27",
            given = "a password that cannot be decrypted, of a source that is declared and not asked",
            outcome = "nothing: it is not even looked at")
    void looksForNoLoginThatIsNotNeeded() {
        ask(
                source -> {
                    if (source.equals("other")) {
                        throw new IllegalStateException("asked for a login that nobody needs");
                    }
                    return Optional.of(MINE);
                },
                "one");
        assertThat(index.count("/simple/one/")).isEqualTo(1);
    }

    @Test
    @Proves(
            id = "attack 16",
            given = "a source that requires a login, at a plain http address",
            outcome = "E408; nothing is asked")
    void sendsNoLoginOverPlainHttp() {
        SourceDeclaration plain =
                new SourceDeclaration("plain", "http://index.example/simple/", SourceFormat.SIMPLE, true);
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> access(source -> Optional.of(MINE)).open(List.of(plain), home, events::add))
                .satisfies(ProblemExample.printed("E408"))
                .withMessageContaining("[wheels/E408] the source \"plain\" requires a login")
                .withMessageContaining("-Dwheels.index.plain");
    }

    private void ask(IndexAccess.Logins logins, String... names) {
        List<SourceDeclaration> sources = List.of(
                new SourceDeclaration("acme", index.uri().toString()),
                new SourceDeclaration("other", "https://index.example/simple/"));
        try (PackageIndexes indexes = access(logins).open(sources, home, events::add)) {
            for (String name : names) {
                assertThat(indexes.of("acme")
                                .page(PackageName.parse(name))
                                .join()
                                .wheels())
                        .hasSize(1);
            }
        }
    }

    private IndexAccess access(IndexAccess.Logins logins) {
        return new IndexAccess(
                home.resolve("cache"), false, Map.of(), logins, home.resolve(".netrc"), HttpOptions.DEFAULTS);
    }

    private Optional<String> authorization() {
        var received = index.server().received();
        return received.get(received.size() - 1).header("authorization");
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
