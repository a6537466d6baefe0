// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders of wheels, which may be large, missing, or no folders. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FolderTest {
    @TempDir
    Path home;

    private Folder list(Path folder, int most) {
        return Folder.list(new IndexSource("vendored", folder.toUri(), SourceFormat.FLAT), most);
    }

    private void add(String name) throws IOException {
        Files.createFile(home.resolve(name));
    }

    @Test
    void holdsAsManyFilesAsTheBoundAndWhateverElse() throws IOException {
        add("demo-1.0-py3-none-any.whl");
        add("demo-2.0.tar.gz");
        add("notes.txt");
        Files.createDirectory(home.resolve("demo-3.0-py3-none-any.whl"));
        assertThat(list(home, 2).listing().files())
                .extracting(ListedFile::filename)
                .containsExactly("demo-1.0-py3-none-any.whl", "demo-2.0.tar.gz");

        add("demo-4.0-py3-none-any.whl");
        assertThatThrownBy(() -> list(home, 2))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("X431"))
                .hasMessageContaining("[wheels/X431] the folder \"" + home)
                .hasMessageContaining("has more than 2 files")
                .hasMessageContaining("name a folder that contains only what is declared");
    }

    @Test
    void isAFolderThatIsThere() throws Exception {
        add("file");
        Path fifo = home.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        for (String name : new String[] {"none", "file", "fifo"}) {
            assertThatThrownBy(() -> list(home.resolve(name), 2))
                    .as(name)
                    .hasMessageContaining("[wheels/X431]")
                    .hasMessageContaining("cannot be read");
        }
    }
}
