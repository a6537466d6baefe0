package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Optional<Credentials> found = Netrc.parse(FILE, text.replace('!', '\n')).of(INDEX);
        assertThat(found.map(each -> each.username() + " " + each.password())).isEqualTo(Optional.ofNullable(login));
    }

    @Test
    void saysWhereNetrcIsWrongAndShowsNoWordOfIt() {
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> Netrc.parse(FILE, "machine a login b\nsecret"))
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

    @Test
    void takesATokenOfTheEnvironment() {
        assertThat(Credentials.ofEnvironment("my-corp", INDEX, Map.of("WHEELS_INDEX_MY_CORP_TOKEN", "t")))
                .hasValueSatisfying(found ->
                        assertThat(found.username() + found.password()).isEqualTo(Credentials.TOKEN_USER + "t"));
    }

    @Test
    void prefersTheLoginOfTheLongestPath() {
        Credentials a = Credentials.of(URI.create("https://index.example/a/simple/"), "a", "1");
        Credentials b = Credentials.of(URI.create("https://index.example/b/simple/"), "b", "2");
        assertThat(Credentials.forAddress(List.of(a, b), URI.create("https://index.example/b/simple/x/")))
                .contains(b);
        assertThat(Credentials.forAddress(List.of(a, b), URI.create("https://index.example/files/x.whl")))
                .isEmpty();
        assertThat(Credentials.forAddress(List.of(a), URI.create("https://index.example/files/x.whl")))
                .contains(a);
        assertThat(Credentials.forAddress(List.of(a), URI.create("https://index.example:8443/a/simple/")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://f.example/x.whl?X-Amz-Signature=s&X-Amz-Date=d, https://f.example/x.whl",
        "https://f.example/x.whl?token=t&v=1#sha256=0, https://f.example/x.whl?v=1#sha256=0",
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
