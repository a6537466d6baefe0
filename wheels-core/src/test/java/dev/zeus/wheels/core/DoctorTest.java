// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.answer.DoctorPage;
import dev.zeus.wheels.core.answer.Probe;
import dev.zeus.wheels.core.check.HostSystem;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.NeedsSh;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong is said once, with its cause and what mends it; the table of {@code docs/doctor.md} is what was said.
 */
@NeedsSh
final class DoctorTest {
    private static final Path PAGE = Path.of("../docs/doctor.md");
    private static final Pattern TABLE = Pattern.compile("(?s)(?<=<!-- table -->\n).*?(?=<!-- end -->)");

    @TempDir
    Path directory;

    private static Probe named(DoctorPage page, String name) {
        return page.probes().stream()
                .filter(probe -> probe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no probe " + name + " among " + page.text()));
    }

    @Test
    void saysOfFortyThingsWhatIsWrongAndWhatMendsIt() throws Exception {
        StringBuilder table = new StringBuilder("| what is wrong | it says | what mends it |\n|---|---|---|\n");
        List<Ailments.Ailment> ailments = Ailments.all();
        for (int i = 0; i < ailments.size(); i++) {
            Ailments.Ailment ailment = ailments.get(i);
            Path home = Files.createDirectories(directory.resolve("p" + i));
            try (Patient sick = new Patient(home)) {
                ailment.spoiling().spoil(sick);
                DoctorPage page = sick.examined();
                Probe probe = named(page, ailment.probe());

                assertThat(probe.state()).as(ailment + ": " + page.text()).isEqualTo(ailment.state());
                assertThat(probe.found()).as(ailment.what()).contains(ailment.said());
                assertThat(page.text()).doesNotContain("SECRET");
                assertThat(page.json()).doesNotContain("SECRET");
                if (ailment.state() != Probe.State.UNKNOWN) {
                    assertThat(probe.mend()).as(ailment.what()).isNotBlank();
                }
                assertThat(Doctor.problem(page).isPresent())
                        .as(ailment.what())
                        .isEqualTo(page.count(Probe.State.FAILED) > 0);
                ProblemExample.printed("D270", ailment.what().equals("a Maven that is too old"))
                        .accept(Doctor.problem(page));
                table.append(row(ailment, probe, home));
            }
        }
        assertThat(ailments).hasSizeGreaterThanOrEqualTo(40);
        String text = Files.readString(PAGE);
        String recorded = TABLE.matcher(text).replaceFirst(Matcher.quoteReplacement(table.toString()));
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(PAGE, recorded);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(recorded);
    }

    private static String row(Ailments.Ailment ailment, Probe probe, Path home) {
        String mend = probe.mend().isEmpty() ? "nothing" : probe.mend();
        return "| " + ailment.what() + " | `" + probe.name() + "`, "
                + probe.state().word() + ": " + cell(probe.found(), home) + " | " + cell(mend, home) + " |\n";
    }

    /** What differs from run to run stands for itself: the directory, the port, the time. */
    private static String cell(String text, Path home) {
        return text.replace(home.toString(), "/home/me/project")
                .replace(HostSystem.name() + ", and", "x86_64-linux, and")
                .replace("<", "&lt;")
                .replaceAll("127\\.0\\.0\\.1:[0-9]+", "index.example")
                .replaceAll("127\\.0\\.0\\.1 ", "index.example ")
                .replaceAll("20[0-9-]{8}T[0-9:]{8}Z", "…")
                .replaceAll("\\R\\s*", "; ")
                .replace("|", "\\|");
    }

    @Test
    void looksAtTwentyThingsOfASoundProject() throws IOException {
        try (Patient sound = new Patient(directory)) {
            String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
            sound.index.always(
                    "/simple/app/",
                    Answer.html("<a href=\"/files/app-1.0-py3-none-any.whl\">app-1.0-py3-none-any.whl</a>")
                            .with("Date", now));
            DoctorPage page = sound.examined();

            assertThat(page.probes()).hasSizeGreaterThanOrEqualTo(20);
            assertThat(page.count(Probe.State.FAILED)).as(page.text()).isZero();
            assertThat(Doctor.problem(page)).isEmpty();
            assertThat(named(page, "clock").state()).isEqualTo(Probe.State.GOOD);
            assertThat(named(page, "index pypi").found()).contains("has 1 release of app");
            assertThat(page.text())
                    .contains("options, and who says so\n", "wheels.skip", "strategy", "highest")
                    .contains("(@WheelSet, or its default)\n");
            assertThat(JsonSchema.of("/dev/zeus/wheels/core/wheels.schema.json")
                            .faults(new ObjectMapper().readTree(page.json())))
                    .isEmpty();
        }
    }
}
