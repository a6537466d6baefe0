// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockTest {
    private static final String TEXT = LockFixture.lock().toToml();

    @Test
    void readsBackWhatItWrote() {
        Lock read = Lock.parse(TEXT);

        assertThat(read).isEqualTo(LockFixture.lock());
        assertThat(read.toToml()).isEqualTo(TEXT);
    }

    /** Whatever the reason: custom packages only, all from nixpkgs, all excluded. */
    @Test
    void aLockOfNothingHasItsPackages() {
        Lock lock = LockFixture.lock();
        Lock empty = new Lock(lock.inputs(), lock.uploadedBefore(), lock.targets(), List.of());

        String text = empty.toToml();

        assertThat(text).contains("\npackages = []\n");
        assertThat(Lock.parse(text)).isEqualTo(empty);
        assertThat(TEXT).doesNotContain("\npackages = [");
    }

    @Test
    void writesTheSameBytesWhateverTheOrderAndTheLocale() {
        Lock lock = LockFixture.lock();
        List<Target> targets = new ArrayList<>(lock.targets());
        List<LockedPackage> packages = new ArrayList<>(lock.packages());
        Collections.reverse(targets);
        Collections.reverse(packages);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new Lock(lock.inputs(), lock.uploadedBefore(), targets, packages).toToml())
                    .isEqualTo(TEXT);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysHowAVersionStands() {
        assertThat(TEXT)
                .contains("yanked = \"\\\"quotes\\\" and '\\\\' \ud83d\udca5\"\nvulnerabilities = [\n"
                        + "    { id = \"PYSEC-2024-60\", aliases = [\"CVE-1\", \"CVE-2\"], fixed-in = [\"1.9\","
                        + " \"1.10\"], summary = \"} ], id = \\\"x\\\" # '\" },\n"
                        + "    { id = \"GHSA-a\" },\n]\n");
    }

    @Test
    void refersToAVersionWhereTheNameAloneIsAmbiguous() {
        assertThat(TEXT)
                .contains("{ name = \"numpy\", version = \"2.0\" },\n    { name = \"numpy\", version = \"2.5\" }");
    }

    @Test
    void writesOnlyVisibleAsciiControlsAndNoDirectionChanges() {
        assertThat(TEXT.chars().filter(c -> c != '\n' && (Character.isISOControl(c) || c == '\u202e')))
                .isEmpty();
    }

    @Test
    void dropsAnUploadTimeThatTomlCannotSay() {
        LockedWheel wheel = LockFixture.wheel("app-1.0-py3-none-any.whl", OptionalLong.empty(), LockFixture.MAC);

        assertThat(uploaded(wheel, "+12026-01-01T00:00:00Z").uploadTime()).isEmpty();
        assertThat(uploaded(wheel, "-0001-01-01T00:00:00Z").uploadTime()).isEmpty();
        assertThat(uploaded(wheel, "9999-12-31T23:59:59Z").uploadTime()).isPresent();
    }

    private static LockedWheel uploaded(LockedWheel wheel, String time) {
        return new LockedWheel(
                wheel.filename(),
                wheel.url(),
                wheel.sha256(),
                wheel.size(),
                Optional.of(Instant.parse(time)),
                wheel.targets());
    }

    @Proves(
            id = "fault 59",
            given = "merge-conflict markers in the lock",
            outcome = "L101 with the first one's line; mvn wheels:generate writes it anew")
    @ParameterizedTest
    @CsvSource({"<<<<<<< ours", "||||||| base", "=======", ">>>>>>> theirs"})
    void namesTheLineOfAMergeConflict(String marker) {
        String conflict = TEXT.replaceFirst("\n\n", "\n" + marker + "\n\n");

        assertThatThrownBy(() -> Lock.parse(conflict))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("L101", marker.startsWith(">")))
                .hasMessageContaining("L101")
                .hasMessageContaining("line "
                        + (TEXT.substring(0, TEXT.indexOf("\n\n")).lines().count() + 1))
                .hasMessageContaining("mvn wheels:generate");
    }

    @Test
    void saysThatLineEndsWereChanged() {
        assertThatThrownBy(() -> Lock.parse(TEXT.replace("\n", "\r\n")))
                .satisfies(ProblemExample.printed("L103"))
                .hasMessageContaining("L103")
                .hasMessageContaining("line ends");
    }

    /** Texts with a right last line, as no accident makes them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "schema = 1 | schema = 2 | L102",
                "schema = 1 | schema = x | L102",
                "lock-version = | lock-version | L104",
                "name = \"app\" | nom = \"app\" | L105",
                "name = \"app\" | name = 7 | L105",
                "version = \"1.0\" | version = \"one\" | L105",
                "wheels = [ | wheel = [ | L105",
                "selected = [ | chosen = [ | L105",
                "targets = [ | target = [ | L105",
                "packages = 4 | packages = 5 | L105",
                "packages = 4 | packages = \"4\" | L105",
                "sha256 = \"01 | sha256 = \"xx | L105",
                "sources = [ | source = [ | L105",
                "aarch64-darwin\", floor | sparc-sunos\", floor | L105",
                "[tool.zeus-wheels] | [tool.other] | L105",
                "inputs = | input = | L105",
                "source = \"pypi\" | source = [] | L105",
                "yanked = \"\" | yanked = \"two\\nlines\" | L105",
                "yanked = \"\" | yanked = true | L105",
                "id = \"GHSA-a\" | id = \"GHSA a\" | L105",
                "id = \"GHSA-a\" | ident = \"GHSA-a\" | L105",
                "fixed-in = [\"1.9\" | fixed-in = [\"one\" | L105",
                "\"CVE-1\", | 1, | L105",
                "size = 1 | size = -1 | L105",
                "homepage = \"https | homepage = \"javascript:https | L105",
                "homepage = \"https | homepage = \"file:///https | L105",
                "imports = [\"app\" | imports = [\"os; open('/x','w')\" | L105",
                "imports = [\"app\" | imports = [\"app x\" | L105",
                "imports = [\"app\" | imports = [\"app..x\" | L105",
                "imports = [\"app\" | imports = [\"import\" | L105",
                "imports = [\"app\" | imports = [\"\" | L105",
                "{ modules = [\"app\"] | { modules = [\"os; open('/x','w')\"] | L105",
                "{ modules = [\"app\"] | { modules = [\"app.sub\"] | L105",
                "{ modules = [\"app\"] | { modules = [\"os\"] | L105",
                "{ modules = [\"app\"] | { modules = \"app\" | L105",
                "targets = [\"cp312-x86_64-linux\"] | targets = [\"cp313-x86_64-linux\"] | L105",
                "targets = [\"cp312-x86_64-linux\"] | targets = [\"\\\" + abort\"] | L105",
                "url = \"https | url = \"javascript:https | L105",
                "url = \"https | url = \"data:https | L105",
                "floor = \"2 | floor = \"x2 | L105",
                "floor = \"2 | floor = \" | L105",
                "python = \"3.1 | python = \"3.x | L105",
                "extra = \"fast\" | extra = 1979-05-27 | L105",
            })
    void refusesWhatIsNoLock(String written, String instead, String code) {
        String body = TEXT.substring(0, TEXT.lastIndexOf("digest = "));
        assertThat(body).contains(written);
        String edited = body.replace(written, instead);

        assertThat(code(Wholeness.sealed(edited))).isEqualTo(code);
        assertThatThrownBy(() -> Lock.parse(Wholeness.sealed(edited)))
                .satisfies(ProblemExample.printed(code, code.equals("L104")));
    }

    @Test
    void leadsWithTheNewestPythonByNumber() {
        assertThat(Lock.leader(LockFixture.lock().targets())).isEqualTo(LockFixture.LINUX);
    }

    private static String code(String text) {
        try {
            Lock.parse(text);
            return "none";
        } catch (WheelsException e) {
            assertThat(e.problem().hint()).isNotEmpty();
            return e.problem().code();
        }
    }
}
