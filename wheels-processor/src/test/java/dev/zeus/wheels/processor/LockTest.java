// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockTest {
    private static final String LOCK = """
            lock-version = "1.0"
            created-by = "zeus-wheels"

            [[packages]]
            name = "numpy"
            version = "2.2.0"
            marker = 'sys_platform == "linux"'
            dependencies = [
                { name = "six" },
            ]

            [packages.tool.zeus-wheels]
            source = "pypi"
            summary = "Version 9"

            [[packages]]
            name = "numpy"
            version = "2.1.0"
            marker = 'sys_platform == "darwin"'

            [packages.tool.zeus-wheels]
            source = "pypi"

            [[packages]]
            name = "six"
            version = "1.17.0"

            [tool.zeus-wheels]
            schema = 1
            sources = [
                { name = "pypi", files-from = [] },
            ]
            """;

    @TempDir
    private Path module;

    private Path lock;

    @BeforeEach
    void writeLock() throws IOException {
        lock = write("generated/pylock.toml", LOCK);
    }

    private Path write(String path, String text) throws IOException {
        Path file = module.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void isReadAsFarAsDeclarationsAsk() {
        Lock read = Lock.read(lock);

        assertThat(read.versions("numpy")).contains("2.1.0, 2.2.0");
        assertThat(read.of("numpy")).extracting(LockEntry::source).containsExactly("pypi", "pypi");
        assertThat(read.versions("six")).contains("1.17.0");
        assertThat(read.of("six")).extracting(LockEntry::source).containsExactly("");
        assertThat(read.versions("pypi")).isEmpty();
    }

    @Test
    void isNoneWhereThereIsNoFileOrOneThatIsNotMerged() throws IOException {
        Path unmerged = write("unmerged.toml", LOCK + "<<<<<<< main\n");
        Path binary = Files.write(module.resolve("binary.toml"), new byte[] {(byte) 0xff, '\n'});

        assertThat(Lock.read(module.resolve("missing")).isPresent()).isFalse();
        assertThat(Lock.read(unmerged).isPresent()).isFalse();
        assertThat(Lock.read(binary).isPresent()).isFalse();
    }

    @Test
    void isFoundInTheModuleThatAFileIsGeneratedFor() throws IOException {
        URI generated = module.resolve("target/generated-sources/annotations/com/acme/AcmeWheels.java")
                .toUri();
        URI below = write("part/pom.xml", "")
                .resolveSibling("target/AcmeWheels.java")
                .toUri();

        assertThat(found(Map.of(), generated)).isTrue();
        assertThat(found(Map.of(), below)).isFalse();
        assertThat(found(Map.of("wheels.lock", ""), generated)).isFalse();
        assertThat(found(Map.of("wheels.lock", lock.toString()), below)).isTrue();
        assertThat(found(Map.of(), URI.create("mem:///AcmeWheels.java"))).isFalse();
    }

    private static boolean found(Map<String, String> options, URI generated) {
        return new LockOptions(options).lock(generated).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isShownByTheConstantsWhateverIsSaidOfIt(boolean warnings) throws IOException {
        Compilation compilation = javac().withProcessors(new WheelsProcessor())
                .withOptions("-Awheels.lock=" + lock, "-Awheels.lockWarnings=" + warnings)
                .compile(
                        JavaFileObjects.forSourceString("com.acme.package-info", """
                                @WheelSet(pythons = "3.12", targets = @On(value = Platform.X86_64_LINUX, glibc = "2.39"))
                                package com.acme;
                                import dev.zeus.wheels.*;
                                """),
                        JavaFileObjects.forSourceString(
                                "com.acme.Numpy", "package com.acme; @dev.zeus.wheels.Wheel interface Numpy {}"),
                        JavaFileObjects.forSourceString(
                                "com.acme.Pandas", "package com.acme; @dev.zeus.wheels.Wheel interface Pandas {}"));

        assertThat(compilation.warnings()).hasSize(warnings ? 1 : 0);
        assertThat(compilation
                        .generatedFile(StandardLocation.SOURCE_OUTPUT, "com/acme/AcmeWheels.java")
                        .orElseThrow()
                        .getCharContent(false))
                .contains("* numpy 2.1.0, 2.2.0 from the source pypi.", "* pandas from the source pypi.");
    }
}
