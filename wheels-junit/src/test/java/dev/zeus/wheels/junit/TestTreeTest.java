// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.check.Check;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.TargetChoice;
import dev.zeus.wheels.python.PackageName;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class TestTreeTest {
    private static final List<CheckResult> RESULTS = List.of(
            result("numpy", Check.HASH, new Outcome.Passed()),
            result("numpy", Check.RECORD, new Outcome.Failed(new Problem("C205", "a lie", "tell its authors"))),
            result("attrs", Check.IMPORT, new Outcome.NotRun("no Python 3.12 answers on this machine")));

    @TempDir
    private Path directory;

    @Test
    void hasAContainerForEachPackageAndATestForEachCheckAndTarget() {
        assertThat(TestTree.containers(RESULTS)
                        .map(node -> node.getDisplayName() + ": "
                                + children(node).stream()
                                        .map(DynamicNode::getDisplayName)
                                        .collect(Collectors.joining(", "))))
                .containsExactly(
                        "attrs: import cp312-x86_64-linux",
                        "numpy: hash cp312-x86_64-linux, record cp312-x86_64-linux");
    }

    @Test
    void passesFailsAndAbortsAsTheCheckDid() {
        assertThatCode(() -> run("hash cp312-x86_64-linux")).doesNotThrowAnyException();
        assertThatThrownBy(() -> run("record cp312-x86_64-linux"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("numpy record cp312-x86_64-linux: failed: [wheels/C205] a lie\n  hint: tell its authors");
        assertThatThrownBy(() -> run("import cp312-x86_64-linux"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageEndingWith("not run: no Python 3.12 answers on this machine");
    }

    @Test
    void asksNothingOfWheelsWhereTheGeneratedFilesAreOutOfDate() {
        WheelSetDeclaration set = new WheelSetDeclaration(
                "com.acme",
                List.of("3.12"),
                List.of(),
                List.of(),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                List.of(),
                List.of());
        LockedWheels nothing =
                new LockedWheels(set, directory, TargetChoice.ALL, "", List.of(), IndexAccess.standard());

        List<DynamicNode> nodes =
                new TestTree(nothing, EventSink.SILENT).nodes().toList();
        assertThat(nodes).extracting(DynamicNode::getDisplayName).containsExactly("generated files");
        assertThatThrownBy(() -> ((DynamicTest) nodes.get(0)).getExecutable().execute())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("[wheels/C101]")
                .hasMessageContaining("mvn wheels:generate");
    }

    @Test
    void whatNobodyExpectedIsATestThatFailsWithACode() {
        List<DynamicNode> nodes = TestTree.coded("locked wheels", () -> {
                    throw new IllegalStateException("\u001b[2J");
                })
                .toList();

        assertThat(nodes).extracting(DynamicNode::getDisplayName).containsExactly("locked wheels");
        assertThatThrownBy(() -> ((DynamicTest) nodes.get(0)).getExecutable().execute())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("[wheels/E901] the test of locked wheels failed")
                .hasNoCause();
    }

    @Test
    void saysWhatIsMissingWhereTheModuleDeclaresNothing() {
        assertThatThrownBy(() -> ModuleUnderTest.of(getClass().getClassLoader(), new Properties()))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("[wheels/D101]");
    }

    private static void run(String name) throws Throwable {
        DynamicTest test = TestTree.containers(RESULTS)
                .flatMap(node -> children(node).stream())
                .filter(node -> node.getDisplayName().equals(name))
                .map(DynamicTest.class::cast)
                .findFirst()
                .orElseThrow();
        test.getExecutable().execute();
    }

    private static List<? extends DynamicNode> children(DynamicNode node) {
        return ((DynamicContainer) node).getChildren().toList();
    }

    private static CheckResult result(String name, Check check, Outcome outcome) {
        return new CheckResult(PackageName.parse(name), check, "cp312-x86_64-linux", outcome);
    }
}
