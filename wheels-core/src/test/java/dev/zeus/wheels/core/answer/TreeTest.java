// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.python.PackageName;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tree shows of a lock. */
class TreeTest {
    private static final LockGraph GRAPH = AskedLock.of("""
            *app 1.0: lib, numpy, cli:click, colour @linux
            click 8.1: colour
            colour 0.4
            lib 2.0: numpy
            numpy 1.26 @cp311
            numpy 2.3 @cp312: accelerate @darwin
            accelerate 1.1 @darwin
            """).graph();

    private static String tree(LockGraph graph, String start, boolean inverted, int depth) {
        return TreeText.of(graph, view(start, inverted, depth));
    }

    private static TreeView view(String start, boolean inverted, int depth) {
        return new TreeView(
                Optional.of(start).filter(name -> !name.isEmpty()).map(PackageName::parse), inverted, depth);
    }

    @Test
    void beginsWithWhatIsDeclaredAndSaysWhereEdgesDiffer() {
        assertThat(tree(GRAPH, "", false, 99)).isEqualTo("""
                app 1.0, declared by com.acme.App (src/App.java:3)
                ├── click 8.1 (extra cli)
                │   └── colour 0.4
                ├── colour 0.4 (x86_64-linux)
                ├── lib 2.0
                │   ├── numpy 1.26 (Python 3.11)
                │   └── numpy 2.3 (Python 3.12)
                │       └── accelerate 1.1 (aarch64-darwin with Python 3.12)
                ├── numpy 1.26 (Python 3.11)
                └── numpy 2.3 (Python 3.12) (*)
                (*) what is below is shown above
                """);
    }

    @Test
    void goesUpToTheDeclarations() {
        assertThat(tree(GRAPH, "numpy", true, 99)).isEqualTo("""
                numpy 1.26 (Python 3.11)
                ├── app 1.0
                │   └── declared by com.acme.App (src/App.java:3)
                └── lib 2.0
                    └── app 1.0 (*)
                numpy 2.3 (Python 3.12)
                ├── app 1.0 (*)
                └── lib 2.0 (*)
                (*) what is below is shown above
                """);
    }

    @Test
    void beginsWithWhatNeedsNothingWhereAllIsInverted() {
        assertThat(tree(GRAPH, "", true, 1)).isEqualTo("""
                accelerate 1.1 (aarch64-darwin)
                └── numpy 2.3 (aarch64-darwin with Python 3.12)
                colour 0.4
                ├── app 1.0 (x86_64-linux)
                └── click 8.1
                numpy 1.26 (Python 3.11)
                ├── app 1.0
                └── lib 2.0
                … what is deeper is left out (wheels.depth)
                """);
    }

    @Test
    void showsTheMarginOnlyAtDepthNought() {
        assertThat(tree(GRAPH, "lib", false, 0)).isEqualTo("""
                lib 2.0
                … what is deeper is left out (wheels.depth)
                """);
    }

    @Test
    void endsInCirclesAndForgetsNoneThatNobodyNeeds() {
        LockGraph graph = AskedLock.of("""
                *app 1.0: ring, app[all]
                ring 1.0: app
                lost 1.0: found
                found 1.0: lost
                """).graph();

        assertThat(tree(graph, "", false, 99)).isEqualTo("""
                app 1.0, declared by com.acme.App (src/App.java:3)
                └── ring 1.0
                    └── app 1.0 (*)
                found 1.0
                └── lost 1.0
                    └── found 1.0 (*)
                (*) what is below is shown above
                """);
    }

    /** Each of a hundred needs all that come after it: as many ways as there are numbers of a hundred digits. */
    @Test
    void hasNoMoreLinesThanLinks() {
        int size = 100;
        String text = IntStream.range(0, size)
                .mapToObj(i -> (i == 0 ? "*" : "") + "p" + i + " 1.0"
                        + IntStream.range(i + 1, size)
                                .mapToObj(j -> "p" + j)
                                .collect(Collectors.joining(", ", ": ", "")))
                .map(line -> line.endsWith(": ") ? line.substring(0, line.length() - 2) : line)
                .collect(Collectors.joining("\n"));

        assertThat(tree(AskedLock.of(text).graph(), "", false, Integer.MAX_VALUE)
                        .lines())
                .hasSize(1 + size * (size - 1) / 2 + 1);
    }

    /** No call stands for a level, so that no stack ends before the lock does. */
    @Test
    void isAsDeepAsTheLock() {
        int size = 2000;
        String text = IntStream.range(0, size)
                .mapToObj(i -> (i == 0 ? "*" : "") + "p" + i + " 1.0" + (i + 1 < size ? ": p" + (i + 1) : ""))
                .collect(Collectors.joining("\n"));

        assertThat(tree(AskedLock.of(text).graph(), "", false, Integer.MAX_VALUE)
                        .lines())
                .hasSize(size);
    }

    @Test
    void isTheSameGraphAsJson() throws Exception {
        String json = TreeJson.of(GRAPH, view("numpy", true, 1));
        JsonNode document = new ObjectMapper().readTree(json);

        assertThat(document.path("version").asInt()).isEqualTo(1);
        assertThat(document.path("roots").findValuesAsText("version")).containsExactly("1.26", "2.3");
        assertThat(document.path("packages")).hasSize(4);
        JsonNode app = document.path("packages").get(0);
        assertThat(app.toString())
                .isEqualTo("{\"name\":\"app\",\"version\":\"1.0\",\"source\":\"pypi\",\"depth\":1,\"targets\":["
                        + "\"cp311-aarch64-darwin\",\"cp311-x86_64-linux\",\"cp312-aarch64-darwin\",\"cp312-x86_64-linux\"],"
                        + "\"declared\":[{\"by\":\"com.acme.App (src/App.java:3)\",\"versions\":\"\",\"targets\":["
                        + "\"cp311-aarch64-darwin\",\"cp311-x86_64-linux\",\"cp312-aarch64-darwin\",\"cp312-x86_64-linux\"]}],"
                        + "\"neededBy\":[]}");
        JsonNode numpy = document.path("packages").get(3);
        assertThat(numpy.path("neededBy").findValuesAsText("name")).containsExactly("app", "lib");
    }
}
