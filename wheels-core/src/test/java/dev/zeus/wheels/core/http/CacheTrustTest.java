// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache that another user of the machine could have written. */
final class CacheTrustTest {
    private static final Answer GOOD = Answer.html("good").with("Cache-Control", "max-age=600");
    private static final int SOMEBODY = 54321;

    @TempDir
    Path directory;

    @Test
    @Proves(id = "attack 60", given = "the cache is made", outcome = "only its owner may enter it (0700)")
    void isMadeForItsOwnerOnly() throws IOException {
        Path cache = directory.resolve("deep/cache");
        try (HttpFixture fixture = new HttpFixture(cache, GOOD)) {
            fixture.fetch(HttpFixture.OPTIONS);
        }
        try (Stream<Path> all = Files.walk(cache)) {
            List<Path> directories = all.filter(Files::isDirectory).toList();
            assertThat(directories)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(each -> assertThat(permissions(each)).isEqualTo("rwx------"));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwxrwxrwx", "rwx----w-"})
    @Proves(
            id = "attack 60",
            given = "other users may write to the cache",
            outcome = "E115 warns, and the run goes on without it: nothing is read from it or written to it")
    void isNotBelievedWhereOthersMayWrite(String permissions) throws IOException {
        fill();
        Files.setPosixFilePermissions(directory.resolve("v1"), PosixFilePermissions.fromString(permissions));
        assertGoneWithout(permissions);
    }

    @Test
    @Proves(
            id = "attack 60",
            given = "the cache belongs to another user",
            outcome = "E115 warns, and the run goes on without it")
    void isNotBelievedWhereItIsSomebodyElses() throws IOException {
        fill();
        try {
            Files.setAttribute(directory.resolve("v1"), "unix:uid", SOMEBODY);
        } catch (IOException e) {
            Assumptions.abort("only root can give a directory away: " + e.getMessage());
        }
        assertGoneWithout("belongs to another user (" + SOMEBODY + ")");
    }

    private void fill() {
        try (HttpFixture fixture = new HttpFixture(directory, GOOD)) {
            fixture.fetch(HttpFixture.OPTIONS);
            fixture.fetch(HttpFixture.OPTIONS);
            assertThat(fixture.server.received()).hasSize(1);
        }
    }

    private void assertGoneWithout(String reason) {
        try (HttpFixture fixture = new HttpFixture(directory, GOOD)) {
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.fetch(HttpFixture.OPTIONS)).isEqualTo("200 good");
            assertThat(fixture.server.received()).hasSize(2);
            assertThat(fixture.events.toString())
                    .satisfies(ProblemExample.printed("E115", reason.contains("rwx----w-")))
                    .contains("E115", "\"" + directory.resolve("v1") + "\"", reason, "wheels.cache.clean");
        }
    }
}
