// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LockRemainsTest {
    private static final String LOCK = """
            [[packages]]
            name = "numpy"
            version = "2.1.0"
            marker = "sys_platform == 'linux'"
            [[packages]]
            name = 'idna'
            version = '3.10'
            """;

    @Test
    void readsNamesAndVersions() {
        assertEquals(Map.of("numpy", "[2.1.0]", "idna", "[3.10]"), versions(LOCK));
    }

    /** A text that was cut anywhere is read as far as it goes. */
    @Test
    void readsWhatIsLeftOfACutText() {
        for (int length = 0; length < LOCK.length(); length++) {
            String cut = LOCK.substring(0, length);
            LockRemains.ofImported(cut);
            assertEquals(
                    cut.contains("\"2.1.0\"") ? "[2.1.0]" : null,
                    versions(cut).entrySet().stream()
                            .filter(each -> each.getKey().equals("numpy")
                                    && !each.getValue().equals("[]"))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null),
                    cut);
        }
    }

    /** No length of a line assigns it to another package, or to none. */
    @Test
    void readsLinesOfAnyLength() {
        String name = "n".repeat(200);
        String marker = "sys_platform == 'linux'" + " or sys_platform == 'linux'".repeat(30);
        String text = LOCK + "[[packages]]\nname = \"" + name + "\"\nversion = \"1.0\"\nmarker = \"" + marker + "\"\n"
                + "[[packages]]\nname = \"" + "m".repeat(500) + "\"\nversion = \"6.6\"\n";
        assertEquals(Map.of("numpy", "[2.1.0]", "idna", "[3.10]", name, "[1.0]"), versions(text));
        assertEquals(
                List.of(),
                LockRemains.ofImported(text)
                        .on(new Target("3.12", Platform.AARCH64_DARWIN, "14.0"))
                        .get(PackageName.parse(name)));
    }

    private static Map<String, String> versions(String text) {
        return LockRemains.of(text).versions().entrySet().stream()
                .collect(Collectors.toMap(
                        (Map.Entry<PackageName, ?> each) -> each.getKey().value(),
                        each -> each.getValue().keySet().stream()
                                .map(Version::toString)
                                .toList()
                                .toString()));
    }
}
