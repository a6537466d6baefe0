// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.OptionNames.Kind;
import dev.zeus.wheels.testkit.ProblemExample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionNamesTest {
    private static final OptionNames OPTIONS = new OptionNames(Map.of(
            "wheels.targets", Kind.TEXT,
            "wheels.upgrade", Kind.TEXT,
            "wheels.dryRun", Kind.SWITCH,
            "wheels.locked", Kind.SWITCH,
            "wheels.exportFile", Kind.PATH));

    @ParameterizedTest
    @CsvSource({
        "wheels.target, all, D212, did you mean -Dwheels.targets?",
        "wheels.upgarde, '', D212, did you mean -Dwheels.upgrade?",
        "wheels.Upgrade, true, D212, did you mean -Dwheels.upgrade?",
        "Wheels.upgrade, true, D212, did you mean -Dwheels.upgrade?",
        "wheels.dryrun, true, D212, did you mean -Dwheels.dryRun?",
        "wheels.http.retrys, 1, D212, did you mean -Dwheels.http.retries?",
        "wheels.somethingElseEntirely, 1, D212, wheels:help",
        "wheels.dryRun, yes, D210, give -Dwheels.dryRun=true",
        "wheels.locked, 1, D210, give -Dwheels.locked=true",
        "wheels.locked, TRUE, D210, give -Dwheels.locked=true",
        "wheels.exportFile, ~/requirements.txt, D214, =HOME/requirements.txt; a file that is called so is \"./~/req",
        "wheels.exportFile, ~, D214, give -Dwheels.exportFile=HOME;",
        "wheels.exportFile, ~joe/requirements.txt, D214, give the whole path; a file that is called so is \"./~joe/",
        "wheels.upgrade, ~/numpy, D214, give -Dwheels.upgrade=HOME/numpy",
    })
    void refusesWhatWouldChangeNothing(String name, String value, String code, String hint) {
        WheelsException problem = catchThrowableOfType(
                WheelsException.class, () -> OPTIONS.require(Map.of(name, value), List.of("wheels.version")));

        assertThat(problem.problem().code()).isEqualTo(code);
        ProblemExample.printed(code, name.equals("wheels.upgarde") || value.equals("yes") || value.startsWith("~joe"))
                .accept(problem);
        assertThat(problem.problem().message()).contains(name);
        assertThat(problem.problem().hint()).contains(hint.replace("HOME", System.getProperty("user.home")));
    }

    /** What stands in a pom is put right there: its configuration would win over the command line. */
    @ParameterizedTest
    @CsvSource({
        "SWITCH, locked, yes, give <locked>true</locked>",
        "PATH, exportFile, ~/x, give <exportFile>HOME/x</exportFile>; a file that is called so is \"./~/x\"",
        "PATH, exportFile, ~joe/x, give the whole path; a file that is called so is \"./~joe/x\"",
    })
    void namesTheElementOfAPom(Kind kind, String name, String value, String hint) {
        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> kind.requireElement(name, value));

        assertThat(problem.problem().hint()).isEqualTo(hint.replace("HOME", System.getProperty("user.home")));
    }

    @ParameterizedTest
    @CsvSource({
        "wheels.upgrade, numpy",
        "wheels.dryRun, true",
        "wheels.dryRun, false",
        "wheels.exportFile, ./~/requirements.txt",
        "wheels.exportFile, a~b",
        "wheels.upgrade, ~numpy",
        "wheels.http.retries, 6",
        "wheels.index.internal, x",
        "wheels.version, 1.0",
        "skipTests, yes"
    })
    void letsThroughWhatSomebodyReads(String name, String value) {
        OPTIONS.require(Map.of(name, value), List.of("wheels.version"));
    }
}
