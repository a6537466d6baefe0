// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database of advisories says of a version, and that one that cannot be understood says nothing. */
final class OsvDatabaseTest {
    private static final PackageName IDNA = PackageName.parse("idna");

    @TempDir
    Path home;

    private Path zip(String... documents) throws IOException {
        return Files.write(home.resolve("all.zip"), OsvZip.of(documents));
    }

    private OsvDatabase read(String... documents) throws Exception {
        return OsvDatabase.read(zip(documents), Set.of(IDNA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from the beginning     | [{\"introduced\":\"0\"},{\"fixed\":\"3.7\"}]           | []       | 3.6       | true",
                "a pre-release of zero  | [{\"introduced\":\"0\"},{\"fixed\":\"3.7\"}]           | []       | 0a1       | true",
                "the version that mends | [{\"introduced\":\"0\"},{\"fixed\":\"3.7\"}]           | []       | 3.7.0     | false",
                "before it begins       | [{\"introduced\":\"3.0\"},{\"fixed\":\"3.7\"}]         | []       | 2.9       | false",
                "in no order            | [{\"fixed\":\"3.7\"},{\"introduced\":\"3.0\"}]         | []       | 3.1       | true",
                "between two ranges     | [{\"introduced\":\"1\"},{\"fixed\":\"2\"},{\"introduced\":\"3\"},{\"fixed\":\"4\"}] | [] | 2.5 | false",
                "in the second range    | [{\"introduced\":\"1\"},{\"fixed\":\"2\"},{\"introduced\":\"3\"},{\"fixed\":\"4\"}] | [] | 3.5 | true",
                "the last that has it   | [{\"introduced\":\"0\"},{\"last_affected\":\"3.6\"}]   | []       | 3.6       | true",
                "a build of the last    | [{\"introduced\":\"0\"},{\"last_affected\":\"3.6\"}]   | []       | 3.6+cu118 | true",
                "after the last         | [{\"introduced\":\"0\"},{\"last_affected\":\"3.6\"}]   | []       | 3.6.1     | false",
                "without an end         | [{\"introduced\":\"3.0\"}]                             | []       | 99        | true",
                "listed                 | []                                                    | [\"3.6.0\"] | 3.6     | true",
                "listed beside a range  | [{\"introduced\":\"9\"}]                               | [\"3.6\"]   | 3.6     | true",
                "not listed             | []                                                    | [\"3.5\"]   | 3.6     | false",
                "nothing said           | []                                                    | []       | 3.6       | true",
                "an end nobody can read | [{\"introduced\":\"0\"},{\"fixed\":\"?\"}]             | []       | 9         | true"
            })
    void holdsAVersionAgainstRanges(String what, String events, String versions, String version, boolean affected)
            throws Exception {
        OsvDatabase database = read(OsvZip.about("idna", "PYSEC-1", events, versions));

        assertThat(database.of(IDNA, Version.parse(version))).as(what).hasSize(affected ? 1 : 0);
    }

    @Test
    void bringsTogetherWhatIsOneAndLeavesOutWhatIsWithdrawn() throws Exception {
        OsvDatabase database = read(
                "{\"id\":\"GHSA-jjg7-2v4v-x38h\",\"modified\":\"2025-03-01T00:00:00Z\",\"aliases\":[\"CVE-2024-3651\"],"
                        + "\"summary\":\"Denial of service\",\"affected\":[{\"package\":{\"name\":\"IDNA\",\"ecosystem\":"
                        + "\"PyPI\"},\"ranges\":[{\"type\":\"ECOSYSTEM\",\"events\":[{\"introduced\":\"0\"},"
                        + "{\"fixed\":\"3.7\"}]}]}]}",
                "{\"id\":\"PYSEC-2024-60\",\"modified\":\"2024-07-11T17:41:28Z\",\"aliases\":[\"CVE-2024-3651\"],"
                        + "\"details\":\"Takes long\\nand longer\",\"affected\":[{\"package\":{\"name\":\"idna\","
                        + "\"ecosystem\":\"PyPI\"},\"ranges\":[{\"type\":\"GIT\",\"events\":[{\"introduced\":\"0\"}]}],"
                        + "\"versions\":[\"3.5\",\"3.6\"]}]}",
                "{\"id\":\"PYSEC-2\",\"withdrawn\":\"2025-01-01T00:00:00Z\",\"affected\":[{\"package\":{\"name\":"
                        + "\"idna\",\"ecosystem\":\"PyPI\"},\"versions\":[\"3.6\"]}]}",
                "{\"id\":\"RUSTSEC-1\",\"affected\":[{\"package\":{\"name\":\"idna\",\"ecosystem\":\"crates.io\"}}]}",
                OsvZip.about("other", "PYSEC-3", "[]", "[]"));

        assertThat(database.of(IDNA, Version.parse("3.6"))).singleElement().satisfies(one -> {
            assertThat(one.id()).hasToString("PYSEC-2024-60");
            assertThat(one.aliases()).hasToString("[CVE-2024-3651, GHSA-jjg7-2v4v-x38h]");
            assertThat(one.fixedIn()).hasToString("[3.7]");
            assertThat(one.summary()).isEqualTo("Takes long");
        });
        assertThat(database.of(PackageName.parse("other"), Version.parse("1")))
                .as("what is not asked for is not kept")
                .isEmpty();
        assertThat(database.size()).isEqualTo(4);
        assertThat(database.newest()).contains(LocalDate.of(2026, 11, 28));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]                                                          | is not a JSON object",
                "{\"id\":                                                     | is not readable JSON",
                "{\"id\":\"?\",\"affected\":[{\"package\":{\"name\":\"idna\",\"ecosystem\":\"PyPI\"}}]} | has no id that could be read",
                "{\"id\":\"RUSTSEC-1\"}                                       | it has no advisory of the ecosystem PyPI"
            })
    void isUnusableWhereADocumentIs(String document, String why) throws Exception {
        assertThatThrownBy(() -> read(document)).hasMessageContaining(why);
    }

    @Test
    void isNotReadBeyondItsLimits() throws Exception {
        String[] three = {
            OsvZip.about("idna", "PYSEC-1", "[]", "[]"),
            OsvZip.about("idna", "PYSEC-2", "[]", "[]"),
            OsvZip.about("idna", "PYSEC-3", "[]", "[]")
        };
        Path zip = zip(three);
        Duration minute = Duration.ofMinutes(1);
        record Case(OsvDatabase.Limits limits, String why) {}
        for (Case each : new Case[] {
            new Case(new OsvDatabase.Limits(10, 9, 999, 9_999, minute), "it has more than 10 bytes"),
            new Case(new OsvDatabase.Limits(9_999, 2, 999, 9_999, minute), "it has more than 2 documents"),
            new Case(new OsvDatabase.Limits(9_999, 9, 9, 9_999, minute), "it has in \"0.json\" more than 9 bytes"),
            new Case(new OsvDatabase.Limits(9_999, 9, 999, 200, minute), "more than 200 bytes when it is unpacked"),
            new Case(new OsvDatabase.Limits(9_999, 9, 999, 9_999, Duration.ZERO), "could be read in 0 s")
        }) {
            assertThatThrownBy(() -> OsvDatabase.read(zip, Set.of(IDNA), each.limits))
                    .hasMessageContaining(each.why);
        }
        byte[] whole = Files.readAllBytes(zip);
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(zip, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> OsvDatabase.read(zip, Set.of(IDNA)))
                    .isInstanceOf(OsvDatabase.UnreadableException.class);
        }
        assertThatThrownBy(() -> OsvDatabase.read(home.resolve("none.zip"), Set.of(IDNA)))
                .hasMessage("there is no such file");
        assertThatThrownBy(() -> OsvDatabase.read(home, Set.of(IDNA))).hasMessage("it is no file");
    }
}
