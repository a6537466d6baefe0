// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CompatibleTags;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.WheelFilename;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done for each file of a page and each target costs no object where it was done before. */
class GrowthTest {
    private static final int FILES = 3000;
    private static final int PACKAGES = 100;
    private static final String[] PLATFORMS = {
        "manylinux_2_17_x86_64.manylinux2014_x86_64", "macosx_11_0_arm64", "win_amd64", "musllinux_1_2_x86_64"
    };

    /** The names of a page with thousands of files share projects, versions and tags. */
    @Test
    void aNameBesideAnotherOfItsVersionCostsItsOwnTextOnly() {
        String[] names = new String[FILES];
        for (int i = 0; i < FILES; i++) {
            names[i] = "some_project-1." + i / 40 + "-cp3" + (8 + i / 4 % 6) + "-cp3" + (8 + i / 4 % 6) + "-"
                    + PLATFORMS[i % PLATFORMS.length] + ".whl";
        }
        read(names);
        assertThat(allocated(() -> read(names)) / FILES).isLessThan(1000);
    }

    private static WheelFilename read(String[] names) {
        WheelFilename before = WheelFilename.parse(names[0]);
        for (String name : names) {
            WheelFilename beside = WheelFilename.parse(name, before);
            if (!beside.text().equals(name)) {
                throw new AssertionError(name + " is read as " + beside);
            }
            before = beside;
        }
        return before;
    }

    /** A set of tags is ranked once for each target, whatever number of files has it. */
    @Test
    void rankingAFileAgainCostsNothing() {
        CompatibleTags tags = new Target("3.12", Platform.X86_64_LINUX, "2.39").tags();
        WheelFilename file = WheelFilename.parse("demo-1.0-cp312-cp312-" + PLATFORMS[0] + ".whl");
        WheelFilename other = WheelFilename.parse("demo-2.0-cp312-cp312-" + PLATFORMS[0] + ".whl");
        assertThat(tags.rank(file)).isEqualTo(tags.rank(other)).isPresent();
        assertThat(other.tags()).isSameAs(file.tags());
        long taken = allocated(() -> {
            for (int i = 0; i < FILES; i++) {
                if (tags.rank(other).isEmpty()) {
                    throw new AssertionError("it fits");
                }
            }
        });
        assertThat(taken / FILES).isLessThan(100);
    }

    /** Resolving twice as many packages takes twice as many objects, not four times. */
    @Test
    void whatAResolutionTakesGrowsAsItsPackagesDo() {
        resolve(PACKAGES);
        assertThat(allocated(() -> resolve(2 * PACKAGES))).isLessThan(allocated(() -> resolve(PACKAGES)) * 5 / 2);
    }

    private static void resolve(int packages) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < packages; i++) {
            for (int version = 1; version <= 10; version++) {
                lines.add("package p" + i + " " + version);
                if (i + 1 < packages) {
                    lines.add("requires p" + (i + 1));
                    lines.add("requires p" + (i + packages / 20 < packages ? i + packages / 20 : i + 1) + ">2");
                }
            }
        }
        Universe index = new Universe("one", lines);
        Resolution found = Resolver.resolve(
                new Target("3.12", Platform.X86_64_LINUX, "2.39"),
                List.of(new RootRequirement(Requirement.parse("p0"), "one", AcceptedFile.WHEEL, "Declared")),
                new ReadMetadata(),
                Map.of(),
                ResolutionRules.NONE,
                name -> index,
                EventSink.SILENT);
        assertThat(found.packages()).hasSize(packages);
    }

    private static long allocated(Runnable run) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        run.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
