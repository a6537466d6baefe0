// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.question;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.program.HostProgram;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.text.Printable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The lock of another time: a file, a directory that holds one, or the lock as a revision of git has it.
 *
 * @param option the option that named it, for messages
 * @param text what the user typed, such as {@code HEAD~1}, {@code v1.2} or {@code ../other/generated/pylock.toml}
 */
public record LockRevision(String option, String text) {
    private static final String ANOTHER = "give another lock, a file or a directory that has one, with -D%s=PATH";

    /** A lock has about 2 KB for each package: the 20,000 of the largest resolution fit. */
    private static final int LONGEST = 64 << 20;

    /** A name in Git is a path, of at most 255 characters in each part. */
    private static final int LONGEST_WORD = 300;

    /** Git answers in a fraction of a second; in a partial clone it fetches the file first. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * Reads it.
     *
     * @param outputDirectory the generated directory, whose lock git is asked for
     * @throws WheelsException D224 where it is neither file nor revision; what reading a lock fails with
     */
    public Lock lock(Path outputDirectory) {
        if (text.isBlank() || text.startsWith("-") || text.length() > LONGEST_WORD || text.indexOf('\0') >= 0) {
            throw wrong("that is neither a file nor a revision");
        }
        Optional<Path> named = file();
        if (named.isPresent()) {
            try {
                return Lock.parse(PlainFile.readString(named.get(), LONGEST));
            } catch (IOException e) {
                throw wrong("it cannot be read: " + PlainFile.reason(e));
            }
        }
        return Lock.parse(ofGit(outputDirectory.toAbsolutePath().normalize()));
    }

    /** The file of that name, where there is one; on some systems a revision can be none. */
    private Optional<Path> file() {
        try {
            Path path = Path.of(text);
            return Optional.of(Files.isDirectory(path) ? path.resolve(GeneratedFiles.LOCK_FILE) : path)
                    .filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String ofGit(Path output) {
        Path above = Optional.ofNullable(output.getParent()).orElse(output);
        String path = "./"
                + above.relativize(output)
                        .resolve(GeneratedFiles.LOCK_FILE)
                        .toString()
                        .replace('\\', '/');
        // The blob as it is: no filter, pager or program that a repository configures.
        List<String> command = List.of("git", "cat-file", "blob", text + ":" + path);
        try {
            HostProgram.Ended git = HostProgram.run(command, above, LIMIT)
                    .orElseThrow(() -> wrong("git did not answer in " + LIMIT.toSeconds() + " seconds"));
            if (git.exit() != 0 && git.errors().contains("not a git repository")) {
                throw wrong("there is no such file, and this is no repository of git", ANOTHER);
            }
            if (git.exit() != 0) {
                throw wrong("there is no such file, and git says: " + Printable.of(git.errors(), LONGEST_WORD));
            }
            return git.output();
        } catch (InterruptedIOException e) {
            throw wrong("the run was interrupted while git was asked");
        } catch (IOException e) {
            throw wrong("there is no such file, and git cannot be asked: " + PlainFile.reason(e), ANOTHER);
        }
    }

    private WheelsException wrong(String why) {
        return wrong(why, "give a revision that has the lock, such as -D%s=HEAD~1, or the file of another lock");
    }

    private WheelsException wrong(String why, String hint) {
        return new WheelsException(
                OptionProblem.NO_REVISION, option + " is \"" + text + "\": " + why, hint.formatted(option));
    }
}
