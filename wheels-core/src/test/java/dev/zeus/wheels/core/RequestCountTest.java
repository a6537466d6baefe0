// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.PageStyle;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often an index is asked: once for each page and each metadata file, then only whether they changed. */
class RequestCountTest {
    private static final int PACKAGES = 60;

    @TempDir
    Path home;

    private LoopbackIndex index;

    @BeforeEach
    void start() {
        index = LoopbackIndex.start();
        index.style(PageStyle.JSON);
        for (int i = 0; i < PACKAGES; i++) {
            WheelBuilder builder = WheelBuilder.of("p" + i, "1." + i).file("p" + i + "/__init__.py", "");
            if (i + 1 < PACKAGES) {
                builder = builder.requires("p" + (i + 1));
            }
            if (i + 7 < PACKAGES) {
                builder = builder.requires("p" + (i + 7) + ">=1");
            }
            index.add(builder.build());
            index.add(WheelBuilder.of("p" + i, "0.9").build());
        }
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void asksOnceForEachPageAndMetadataFile() {
        Acme acme = acme();
        acme.generate(new LockUpdate.Keep());
        assertThat(acme.versions()).hasSize(PACKAGES);
        Map<String, Long> asked = kinds();
        // The third is the wheel's list of files, by a range read: only it tells what can be imported.
        assertThat(asked)
                .isEqualTo(Map.of("page", (long) PACKAGES, "metadata", (long) PACKAGES, "range", (long) PACKAGES));
        assertThat(index.counts().values()).allMatch(count -> count == 1);
    }

    @Test
    @Proves(id = "fault 24", given = "a server that refuses HEAD", outcome = "nothing changes: only GET is ever sent")
    void neverSendsAnythingButGet() {
        acme().generate(new LockUpdate.Keep());
        assertThat(index.server().received())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    }

    @Test
    void asksOnlyWhetherPagesChangedWhenItResolvesAgain() {
        acme().generate(new LockUpdate.Keep());
        index.server().forget();
        acme().generate(new LockUpdate.UpgradeAll());
        assertThat(kinds()).containsOnlyKeys("page").containsEntry("page", (long) PACKAGES);
        assertThat(index.server().received())
                .allSatisfy(
                        request -> assertThat(request.header("if-none-match")).isPresent());
    }

    /** Along a chain of packages each would wait for the metadata of the one before. */
    @Test
    void asksForAllThatIsLockedBeforeItKnowsWhatIsNeeded() {
        acme().generate(new LockUpdate.Keep());
        index.add(WheelBuilder.of("p0", "2.0").requires("p1", "p7").build());
        index.server().forget();
        acme().generate(new LockUpdate.UpgradeAll());
        List<String> asked = index.server().received().stream()
                .map(request -> request.path())
                .takeWhile(path -> path.startsWith("/simple/"))
                .toList();
        // What is on its way at the same moment may come in any order.
        assertThat(asked).hasSizeGreaterThan(PACKAGES - 36).doesNotHaveDuplicates();
        assertThat(kinds()).isEqualTo(Map.of("page", (long) PACKAGES, "metadata", 1L, "range", 1L));
    }

    /** What is neither declared nor needed any more is not asked for, though it is locked. */
    @Test
    void asksForNothingThatIsLockedInVain() {
        Acme both =
                new Acme(home).source("acme", index.uri()).wheel("p40", "acme").wheel("p50", "acme");
        both.generate(new LockUpdate.Keep());
        index.server().forget();
        new Acme(home).source("acme", index.uri()).wheel("p50", "acme").generate(new LockUpdate.Keep());
        assertThat(kinds()).isEqualTo(Map.of("page", 10L));
    }

    @Test
    void asksNothingWhereTheLockAnswers() {
        acme().generate(new LockUpdate.Keep());
        index.server().forget();
        acme().generate(new LockUpdate.Keep());
        assertThat(index.counts()).isEmpty();
    }

    @Test
    @Proves(id = "fault 62", given = "-o with a cold cache", outcome = "X308 names what is missing")
    void namesWhatIsMissingOffline() {
        WheelsException error = catchThrowableOfType(
                WheelsException.class, () -> acme().offline().generate(new LockUpdate.Keep()));
        assertThat(error).hasMessageContaining("[wheels/X308]").hasMessageContaining("/simple/p0/");
        acme().generate(new LockUpdate.Keep());
        index.server().forget();
        acme().offline().generate(new LockUpdate.UpgradeAll());
        assertThat(index.counts()).isEmpty();
    }

    private Acme acme() {
        return new Acme(home).source("acme", index.uri()).wheel("p0", "acme");
    }

    private Map<String, Long> kinds() {
        Map<String, Long> kinds = new TreeMap<>();
        index.counts().forEach((path, count) -> kinds.merge(kind(path), count, Long::sum));
        return kinds;
    }

    private static String kind(String path) {
        return path.startsWith("/simple/") ? "page" : path.endsWith(".metadata") ? "metadata" : "range";
    }

    /** An index could hold a build for as long as it has versions. */
    @Test
    void anIndexOfBrokenVersionsIsAskedForSoManyAndNoMore() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>");
        for (int version = 0; version < 3000; version++) {
            String file = "held-1." + version + "-py3-none-any.whl";
            page.append("<a href=\"/files/")
                    .append(file)
                    .append("\">")
                    .append(file)
                    .append("</a><br>");
        }
        try (LoopbackIndex holding = LoopbackIndex.start()) {
            holding.always("/simple/held/", Answer.html(page + "</body></html>"));
            Acme acme = new Acme(home).source("test", holding.uri()).wheel("held", "test");
            assertThatThrownBy(() -> acme.generate(new LockUpdate.Keep()))
                    .hasMessageContaining("[wheels/R208]")
                    .hasMessageContaining("\"held\"");
            assertThat(holding.counts().size()).isLessThan(1500);
        }
    }
}
