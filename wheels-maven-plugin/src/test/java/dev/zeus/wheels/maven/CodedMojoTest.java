// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.OptionNames;
import dev.zeus.wheels.python.InvisibleCharacters;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a goal ends, and what reaches the log on the way. */
class CodedMojoTest {
    private static final String HOSTILE =
            "\u001b[2J\u0007\u0000\u0085\u009b\u061c\u200b\u200e\u202e\u2028\u2066\ufeff\ufe0f\udb40\udc41";

    @TempDir
    private Path directory;

    private String result = "result.json";
    private final StringBuilder log = new StringBuilder();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    /** What a goal does. */
    @FunctionalInterface
    private interface Work {
        void run(CodedMojo mojo);
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalArgumentException("port out of range:70000"),
                new NullPointerException(),
                new UncheckedIOException(new FileNotFoundException("/x (Is a directory)")),
                new UncheckedIOException(new IOException()),
                new OutOfMemoryError("Required array size too large"),
                new StackOverflowError(),
                new NoClassDefFoundError("com/acme/Gone"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatNobodyExpectedHasACodeAndNoWordOfJava(Throwable failure) throws Exception {
        MojoFailureException end = failureOf(mojo -> {
            mojo.watch(progress -> progress.accept(new WheelsEvent.Started("resolve", 3)));
            CodedMojoTest.<RuntimeException>sneaky(failure);
        });

        String code = failure instanceof OutOfMemoryError ? "[wheels/E902]" : "[wheels/E901]";
        assertThat(end)
                .hasMessageStartingWith(code + " wheels:generate, at \"resolve\"")
                .hasMessageContaining("hint: ")
                .hasNoCause();
        assertThat(end.getMessage())
                .doesNotContain("Exception", "java.", "Error", String.valueOf(failure.getMessage()));
        assertThat(log).isEmpty();
        assertThat(Files.readString(result()))
                .contains("\"goal\" : \"generate\"", code.substring(8, 12), "\"outcome\" : \"failed\"");
    }

    /**
     * In a locale without its characters a path of the project is invalid; a NUL is in the name of no file anywhere.
     */
    @Test
    void aResultFileThatCanBeNoneHasACode() throws Exception {
        result = "a\0b";

        assertThat(failureOf(mojo -> {}))
                .hasMessageStartingWith("[wheels/E903] wheels:generate: \"a\\u0000b\" can be no file")
                .hasNoCause();
    }

    @Test
    void aResultBelowATildeMakesNoDirectoryOfThatName() throws Exception {
        result = "~/result.json";

        assertThat(failureOf(mojo -> OptionNames.Kind.PATH.require("wheels.resultFile", result)))
                .hasMessageStartingWith("[wheels/D214] wheels.resultFile is \"~/result.json\"");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aStackTraceIsThereForWhoAsks() throws Exception {
        request.setShowErrors(true);

        failureOf(mojo -> CodedMojoTest.<RuntimeException>sneaky(new IllegalStateException("odd " + HOSTILE)));

        assertThat(log).contains("IllegalStateException: odd \\u001b[2J", "CodedMojoTest");
        assertVisible(log.toString());
    }

    @Test
    void nothingThatAGoalSaysMovesATerminal() throws Exception {
        MojoFailureException end = failureOf(mojo -> {
            mojo.getLog().info("found " + HOSTILE);
            mojo.getLog().error("two\n[INFO] BUILD SUCCESS\r::error::x https://user:SECRET@host.example/?token=SECRET");
            mojo.watch(progress -> progress.accept(new WheelsEvent.Noted("noted " + HOSTILE)));
            mojo.watch(progress -> progress.accept(new WheelsEvent.Finished("resolve", "finished " + HOSTILE)));
            mojo.watch(progress -> progress.accept(new WheelsEvent.Advanced("resolve", HOSTILE)));
            throw new WheelsException("C204", "RECORD has " + HOSTILE, "hint " + HOSTILE);
        });

        assertVisible(String.valueOf(end.getMessage()));
        assertVisible(log.toString());
        assertThat(log)
                .contains(
                        "found \\u001b[2J\\u0007\\u0000\\u0085", "\\udb40\\udc41", "noted \\u001b", "finished \\u001b")
                .contains("two\n  [INFO] BUILD SUCCESS\n  ::error::x https://****@host.example/?…\n");
        assertThat(end).hasMessageContaining("RECORD has \\u001b[2J");
    }

    private static void assertVisible(String text) {
        assertThat(text.replace("\n", "")).matches(line -> !InvisibleCharacters.areIn(line));
    }

    private Path result() {
        return directory.resolve("target").resolve(result);
    }

    @SuppressWarnings("deprecation") // nothing else makes a session without Maven around it
    private MojoFailureException failureOf(Work work) throws Exception {
        CodedMojo mojo = new CodedMojo() {
            @Override
            void perform() {
                work.run(this);
            }

            @Override
            Optional<Path> failureFile() {
                return Optional.of(result());
            }
        };
        request.setInteractiveMode(false);
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setGoal("generate");
        set(mojo, "session", new MavenSession(null, null, request, new DefaultMavenExecutionResult()));
        set(mojo, "execution", new MojoExecution(descriptor));
        mojo.setLog(written());
        return catchThrowableOfType(MojoFailureException.class, mojo::execute);
    }

    private Log written() {
        return new SystemStreamLog() {
            @Override
            public boolean isDebugEnabled() {
                return log.length() > 0;
            }

            @Override
            public void debug(CharSequence content) {
                info(content);
            }

            @Override
            public void info(CharSequence content) {
                log.append(content).append('\n');
            }

            @Override
            public void warn(CharSequence content) {
                info(content);
            }

            @Override
            public void error(CharSequence content) {
                info(content);
            }
        };
    }

    private static void set(CodedMojo mojo, String name, Object value) throws Exception {
        Field field = CodedMojo.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
