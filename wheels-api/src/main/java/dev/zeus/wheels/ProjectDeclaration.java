package dev.zeus.wheels;

import java.util.List;

/**
 * Python source of one's own in an environment.
 *
 * @param name the name in the environment, such as {@code service}
 * @param directory the directory that has the {@code pyproject.toml}, from the one that has {@code generated/}
 * @param editable whether the shell runs the files where they are
 * @param tests the tests below the directory, empty for none
 * @param markers which tests are run, empty for all
 * @param deselect tests that are left out
 */
public record ProjectDeclaration(
        String name, String directory, boolean editable, String tests, String markers, List<String> deselect)
        implements EnvironmentPart {
    /** Copies the list. */
    public ProjectDeclaration {
        deselect = List.copyOf(deselect);
    }
}
