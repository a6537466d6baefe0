// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import dev.zeus.wheels.core.ForkedGenerate;
import dev.zeus.wheels.core.RunPlace;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.output.GeneratedDirectory;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The main job in a process of its own: {@code MODE INDEX HOME CACHE}. It says on standard output what it did, one line
 * each, and is told on standard input when to go on.
 */
@SuppressWarnings("SystemOut") // how it talks to the test
final class GenerateMain {
    private static final EventSink SAYING = event -> {
        if (event instanceof WheelsEvent.Warned warned) {
            System.out.println(warned.problem());
        }
    };

    private GenerateMain() {}

    public static void main(String[] arguments) throws IOException {
        Project project = new Project(URI.create(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        try {
            switch (arguments[0]) {
                case "keep" -> keep(project);
                case "once" -> project.generate(Project.SMALL, SAYING);
                case "together" -> together(project);
                case "forever" -> forever(project);
                case "forked" -> forked(project, RunPlace.forked());
                case "staying" -> forked(project, RunPlace.staying(Duration.ofMinutes(5)));
                case "hold" -> hold(project);
                case "full" -> full(project);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            System.out.println("done");
        } catch (WheelsException e) {
            System.out.println(e.problem());
            System.exit(1);
        }
    }

    /** Does what a build does where nothing may move. */
    private static void keep(Project project) {
        ForkedGenerate.run(
                        project.request(Project.SMALL, new LockUpdate.Keep(), false, project.access(Optional.empty())),
                        SAYING)
                .forEach(System.out::println);
    }

    /** Generates when told to, so that several can do it in the same moment. */
    private static void together(Project project) throws IOException {
        System.out.println("ready");
        if (System.in.read() >= 0) {
            project.generate(Project.SMALL, SAYING);
        }
    }

    /** Writes cache and generated files without a pause, each time with other content. */
    private static void forever(Project project) {
        for (long round = 0; ; round++) {
            project.generate(round % 2 == 0 ? Project.LARGE : Project.SMALL, SAYING);
            if (round == 0) {
                System.out.println("ready");
            }
        }
    }

    /** Generates in a process of its own, and says what is noted of that. */
    private static void forked(Project project, RunPlace place) {
        ForkedGenerate.run(
                project.request(Project.SMALL, new LockUpdate.UpgradeAll(), false, project.access(Optional.empty())),
                place,
                event -> {
                    if (event instanceof WheelsEvent.Started) {
                        System.out.println("ready");
                    } else if (event instanceof WheelsEvent.Noted noted) {
                        System.out.println(noted.note());
                    }
                });
    }

    private static void hold(Project project) throws IOException {
        try (var reservation = new GeneratedDirectory(project.generated(), text -> true).reserve(SAYING)) {
            System.out.println("ready");
            if (System.in.read() >= 0) {
                reservation.replace(new java.util.TreeMap<>());
            }
        }
    }

    /** Fills the disk that the project is on, then generates. */
    private static void full(Project project) throws IOException {
        project.generate(Project.SMALL, SAYING);
        SortedMap<String, String> before = FileTree.texts(project.generated());
        long free = Files.getFileStore(project.home()).getUsableSpace();
        Files.write(project.home().resolve("filler"), new byte[(int) free - 8192]);
        try {
            project.generate(Project.LARGE, SAYING);
        } catch (WheelsException e) {
            System.out.println(e.problem());
        }
        System.out.println(
                FileTree.texts(project.generated()).equals(before) ? "the old files stand" : "the old files are gone");
        List<String> left = project.names();
        System.out.println("left " + left);
    }
}
