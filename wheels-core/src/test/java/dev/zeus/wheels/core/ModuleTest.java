// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.DiffUtils;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tomlj.Toml;

/** A front end that is a module, compiled and run beside the core's: what is exported is enough, and serves. */
final class ModuleTest {
    private static final Path SOURCES = Path.of("src/test/resources/consumer-module");
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    Path home;

    @Test
    void hasAllThatAFrontEndNeeds() throws Exception {
        Path classes = home.resolve("classes");
        List<String> compile = new ArrayList<>(
                List.of("javac", "-Xlint:all,-requires-automatic", "-Werror", "-d", classes.toString(), "-p", path()));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(compile::add);
        }
        assertThat(run(compile)).isEmpty();

        try (LoopbackIndex index = LoopbackIndex.start()) {
            index.add(WheelBuilder.of("demo", "1.0").file("demo.py", "").build());
            String said = run(List.of(
                    "java",
                    "-p",
                    classes + File.pathSeparator + path(),
                    "-Dacme.index=" + index.uri(),
                    "-m",
                    "com.acme.build/com.acme.build.Consumer",
                    home.toString()));
            assertThat(said)
                    .contains("Added demo 1.0", "locked demo 1.0", "failed 0", "checks of its own: 0")
                    .doesNotContain("Noted", "Warned");
        }
    }

    /**
     * What the core is made of; with all jars of the tests, the automatic modules among them would be in each other's
     * way.
     */
    private static String path() {
        return Stream.of(
                        Generate.class,
                        WheelSetDeclaration.class,
                        PackageName.class,
                        NixExpr.class,
                        NullMarked.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        DiffUtils.class,
                        ArchiveEntry.class,
                        IOUtils.class,
                        StringUtils.class,
                        DecoderException.class,
                        HttpClients.class,
                        HttpHost.class,
                        HttpVersionPolicy.class,
                        Logger.class,
                        LoadSettings.class,
                        Toml.class)
                .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.set(0, BIN.resolve(command.get(0)).toString());
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
