// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large pages, and invalid names. */
class PageLimitsTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    Path cache;

    @Test
    @Proves(id = "fault 70", given = "a page of 13,000 files, 4 MB", outcome = "read in one pass, every file of it")
    void readsALargePage() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>");
        for (int i = 0; i < 13_000; i++) {
            page.append("<a href=\"https://files.example/packages/00/11/")
                    .append(HASH)
                    .append("/demo-1.")
                    .append(i)
                    .append("-cp312-cp312-manylinux_2_17_x86_64.whl#sha256=")
                    .append(HASH)
                    .append("\" data-requires-python=\"&gt;=3.9\" data-upload-time=\"2026-01-01T00:00:00Z\">demo-1.")
                    .append(i)
                    .append("</a><br/>\n");
        }
        page.append("</body></html>");
        assertThat(page.length()).isGreaterThan(4_000_000);
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.html(page.toString()));
            ProjectPage read = fixture.page("demo");
            assertThat(read.wheels()).hasSize(13_000);
            assertThat(read.wheels().get(12_999).filename().version()).hasToString("1.12999");
            // What the files of a page have in common is kept once.
            assertThat(read.wheels().get(0).requiresPython().orElseThrow())
                    .isSameAs(read.wheels().get(12_999).requiresPython().orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d\u00e9mo-1.0-py3-none-any.whl",
                "\u202edemo-1.0-py3-none-any.whl",
                "d\u0435mo-1.0-py3-none-any.whl"
            })
    @Proves(
            id = "fault 68",
            given = "file names with accents, look-alikes or marks of direction",
            outcome = "another project's, so left out with a note; names are ASCII")
    void leavesOutNamesThatOnlyLookRight(String filename) {
        String page = "<a href=\"" + filename
                + "\">x</a><a href=\"demo-0.9-py3-none-any.whl\" data-yanked=\"\ud83d\udca5" + " \u202e\">y</a>";
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.html(page));
            ProjectPage read = fixture.page("demo");
            assertThat(read.wheels())
                    .singleElement()
                    .satisfies(wheel -> assertThat(wheel.yanked())
                            .hasValueSatisfying(reason ->
                                    assertThat(reason).contains("\ud83d\udca5").doesNotContain("\u202e")));
            assertThat(fixture.notes()).hasSize(1);
        }
    }

    @Test
    @Proves(
            id = "attack 53",
            given = "a version of 10,000 digits in a file name",
            outcome = "left out with a note: a file name has at most 255 characters")
    void leavesOutALongVersion() {
        String page = "<a href=\"demo-" + "9".repeat(10_000) + "-py3-none-any.whl\">x</a>";
        try (IndexFixture fixture = new IndexFixture(cache)) {
            fixture.index.always("/simple/demo/", Answer.html(page));
            assertThat(fixture.page("demo").wheels()).isEmpty();
            assertThat(fixture.notes())
                    .singleElement()
                    .asString()
                    .hasSizeLessThan(1000)
                    .contains("255 characters");
        }
    }

    @Test
    @Proves(
            id = "attack 51",
            given = "a page made to send a pattern matcher round in circles",
            outcome = "read or refused in one pass")
    void readsHostileTextInOnePass() {
        for (String text : new String[] {
            "<a ".repeat(300_000),
            "<a href=\"".repeat(200_000),
            "<!--".repeat(300_000),
            "&amp".repeat(400_000),
            "<".repeat(2_000_000)
        }) {
            try (IndexFixture fixture = new IndexFixture(cache)) {
                fixture.index.always("/simple/demo/", Answer.html(text));
                WheelsException error = catchThrowableOfType(WheelsException.class, () -> fixture.page("demo"));
                assertThat(error == null || error.problem().code().equals("X411"))
                        .isTrue();
            }
        }
    }
}
