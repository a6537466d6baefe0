// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file each target installs, and, where a target installs another version, which files of this one come near. */
final class WhyFilesTest {
    @TempDir
    Path home;

    @Test
    void namesTheNearestTagsOfWhatATargetCannotInstall() {
        try (LoopbackIndex index = LoopbackIndex.start()) {
            for (String platform : List.of("manylinux_2_28_x86_64", "macosx_14_0_arm64")) {
                index.add(WheelBuilder.of("native", "1.0")
                        .tags("cp312-cp312-" + platform)
                        .build());
            }
            index.add(WheelBuilder.of("native", "2.0")
                    .tags("cp312-cp312-manylinux_2_28_x86_64")
                    .build());
            index.add(WheelBuilder.of("native", "2.0")
                    .tags("cp313-cp313-macosx_14_0_arm64")
                    .build());
            Acme acme =
                    new Acme(home).source("test", index.uri()).onLinuxAndMac().wheel("native", "test");
            acme.generate(new LockUpdate.Keep());

            String why =
                    Why.run(acme.query(), Optional.of("native"), acme.access(), AnswerFormat.TEXT, acme.events::add);

            assertThat(why)
                    .contains(
                            "native 1.0 from test on aarch64-darwin\n",
                            "native-1.0-cp312-cp312-macosx_14_0_arm64.whl for aarch64-darwin: its best tag there is"
                                    + " cp312-cp312-macosx_14_0_arm64\n",
                            "    not for x86_64-linux: 2.0 is locked there\n",
                            "    not for aarch64-darwin: 1.0 is locked there; of 2.0 no wheel fits, the nearest are"
                                    + " cp313-cp313-macosx_14_0_arm64 (another Python),"
                                    + " cp312-cp312-manylinux_2_28_x86_64 (another platform)\n");
        }
    }
}
