// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where logins come from, and to whom they go. */
class LoginsTest {
    private static final Path FILE = Path.of("netrc");
    private static final URI INDEX = URI.create("https://index.example/simple/");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "machine index.example login me password secret|me secret",
                "machine other.example login x password y machine INDEX.EXAMPLE password secret|__token__ secret",
                "machine index.example account a login me password \"se cr\\\"et\" # comment|me se cr\"et",
                "macdef m !cd /x!!machine index.example login me password secret|me secret",
                "default login me password secret|",
                "machine index.example.org login me password secret|",
                "# machine index.example login me password secret|"
            })
    void readsNetrc(String text, String login) {
        Optional<Login> found = Netrc.parse(FILE, text.replace('!', '\n')).of(INDEX);
        assertThat(found.map(each -> each.username() + " " + each.password())).isEqualTo(Optional.ofNullable(login));
    }

    @Test
    void refusesANetrcThatOnlyAShellWouldFind() {
        Path home = Path.of("/home/me");

        assertThat(Netrc.location(Map.of("NETRC", "/x/netrc"), home)).isEqualTo(Path.of("/x/netrc"));
        assertThat(Netrc.location(Map.of(), home)).isEqualTo(Path.of("/home/me/.netrc"));
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> Netrc.location(Map.of("NETRC", "~/netrc"), home))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("E403"))
                .withMessageContaining("NETRC is \"~/netrc\", and nothing expands \"~\" there")
                .withMessageContaining("NETRC=/home/me/.netrc");
    }

    @Test
    void saysWhereNetrcIsWrongAndShowsNoWordOfIt() {
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> Netrc.parse(FILE, "machine a login b\nsecret"))
                .satisfies(ProblemExample.printed("E403"))
                .withMessageContaining("[wheels/E403] \"netrc\" line 2: expected machine, default or macdef")
                .withMessageNotContaining("secret");
    }

    @Test
    @Proves(
            id = "attack 28",
            given = "a netrc that others may read",
            outcome = "E406 warns; its login goes to its host only")
    void seesWhetherOthersMayReadNetrc() throws IOException {
        Path file = Files.writeString(directory.resolve("netrc"), "machine index.example login me password secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Netrc.isOpenToOthers(file)).isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(Netrc.isOpenToOthers(file)).isFalse();
        assertThat(Netrc.read(file).of(URI.create("https://evil.example/"))).isEmpty();
        assertThat(Netrc.read(file)).asString().doesNotContain("secret");
        assertThat(Netrc.read(directory.resolve("none")).of(INDEX)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN, t, NOTHING, '', __token__ t",
        "USERNAME, me, PASSWORD, p, me p",
        "USERNAME, me, TOKEN, t, me t",
        "PASSWORD, p, NOTHING, '', __token__ p"
    })
    void readsTheEnvironment(String first, String one, String second, String two, String login) {
        Map<String, String> environment =
                Map.of("WHEELS_INDEX_MY_CORP_" + first, one, "WHEELS_INDEX_MY_CORP_" + second, two);
        assertThat(Login.ofEnvironment("my-corp", environment).map(found -> found.username() + " " + found.password()))
                .contains(login);
        assertThat(Login.ofEnvironment("other", environment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://index.example/acme/simple/demo/, a",
        "https://INDEX.example/acme/packages/x.whl, a",
        "https://index.example/open/simple/demo/,",
        "https://index.example/acme/../open/simple/demo/,",
        "https://index.example/acme-evil/simple/demo/,",
        "https://index.example/files/x.whl,",
        "https://index.example:8443/acme/simple/demo/,",
        "http://index.example/acme/simple/demo/,",
        "https://index.example.org/acme/simple/demo/,",
        "https://other.example/simple/demo/, b",
        "https://other.example/files/x.whl, b",
        "https://files.other.example/x.whl,",
        "https://pages.example/whl/x.whl, c",
        "https://group.example/1/files/x.whl, d"
    })
    @Proves(
            id = "attack 28",
            given = "an address on the host of a login, but of another port, scheme, or another source's path",
            outcome = "it does not get the login")
    void sendsALoginToItsSourceOnly(URI uri, String login) {
        List<Credentials> all = List.of(
                Credentials.of(URI.create("https://index.example/acme/simple/"), "a", "1"),
                Credentials.of(URI.create("https://index.example/open/simple"), Optional::empty),
                Credentials.of(URI.create("https://other.example/simple/"), "b", "2"),
                Credentials.of(URI.create("https://pages.example/whl/links.html"), "c", "3"),
                Credentials.of(URI.create("https://group.example/1/simple/"), "d", "4"),
                Credentials.of(URI.create("https://group.example/2/simple/"), "d", "4"));
        assertThat(Credentials.forAddress(all, uri).flatMap(Credentials::login).map(Login::username))
                .isEqualTo(Optional.ofNullable(login));
    }

    @Test
    void looksForALoginOnceAndOnlyWhereItIsNeeded() {
        AtomicInteger asked = new AtomicInteger();
        Credentials lazy = Credentials.of(INDEX, () -> {
            asked.incrementAndGet();
            return Optional.empty();
        });
        assertThat(Credentials.forAddress(List.of(lazy), URI.create("https://other.example/")))
                .isEmpty();
        assertThat(asked).hasValue(0);
        assertThat(lazy.login()).isEmpty();
        assertThat(lazy.login()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://f.example/x.whl?X-Amz-Signature=s&X-Amz-Date=d, https://f.example/x.whl",
        "https://f.example/x.whl?token=t&v=1#sha256=0, https://f.example/x.whl?v=1#sha256=0",
        "https://f.example/x.whl?X%2DAmz-Signature=s&x-ms-date=t&sig=s&PRIVATE_TOKEN=s, https://f.example/x.whl",
        "https://f.example/x.whl?v=1, https://f.example/x.whl?v=1",
        "https://f.example/x.whl, https://f.example/x.whl"
    })
    @Proves(
            id = "attack 25",
            given = "a presigned address",
            outcome = "the lock and every message leave the signature out")
    void leavesSignaturesOut(URI uri, String lasting) {
        assertThat(SafeUrl.lasting(uri)).hasToString(lasting);
        assertThat(SafeUrl.of(uri)).doesNotContain("=s", "=t");
    }
}
