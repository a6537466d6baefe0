package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.PackageName;
import java.util.List;

/**
 * All files of one project on one index.
 *
 * @param name the project
 * @param source the index
 * @param wheels its wheels in the order of the page
 * @param sdists its source archives in the order of the page
 * @param status what the index says of the project
 */
public record ProjectPage(
        PackageName name, IndexSource source, List<WheelFile> wheels, List<SdistFile> sdists, ProjectStatus status) {
    public ProjectPage {
        wheels = List.copyOf(wheels);
        sdists = List.copyOf(sdists);
    }
}
