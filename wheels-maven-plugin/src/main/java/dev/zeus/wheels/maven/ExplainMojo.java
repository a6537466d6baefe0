// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.Explain;
import dev.zeus.wheels.core.setup.AnswerFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Explains a code that a goal or the compiler printed: its meaning, an example, and the fix.
 *
 * <p>Needs no project and no network: the plugin contains these pages of the documentation.
 */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class ExplainMojo extends CodedMojo {
    private static final List<String> PAGES = List.of("codes.md", "problems.md");

    /** The code, such as {@code L201}. */
    @Parameter(property = "wheels.code")
    private @Nullable String code;

    /** {@code text} or {@code json}. */
    @Parameter(property = "wheels.format", defaultValue = "text")
    private String format;

    @Override
    void perform() {
        AnswerFormat written = AnswerFormat.parse(format);
        Explain pages = new Explain(PAGES.stream().map(ExplainMojo::page).toList());
        StandardOutput.print(pages.run(Optional.ofNullable(code), written));
    }

    private static String page(String name) {
        try (InputStream page =
                Objects.requireNonNull(ExplainMojo.class.getResourceAsStream("/wheels-codes/" + name))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Optional<Path> failureFile() {
        return Optional.empty();
    }
}
