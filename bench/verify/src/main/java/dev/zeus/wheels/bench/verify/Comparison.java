// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.verify;

import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.setup.Declarations;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.TargetChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All our checks of this repository's own wheels, against {@code pip download} and {@code auditwheel show} over the
 * same files, which both find on this machine.
 */
final class Comparison {
    private static final String AUDITWHEEL = "auditwheel==6.8.2";

    private final Lock lock;
    private final List<Target> targets;
    private final Path work;

    private Comparison(Lock lock, List<Target> targets, Path work) {
        this.lock = lock;
        this.targets = targets;
        this.work = work;
    }

    /** {@code GENERATED WORK TARGETS}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of(arguments[1]));
        LockedWheels wheels = new LockedWheels(
                Declarations.wheelSet(Comparison.class.getClassLoader()).orElseThrow(),
                Path.of(arguments[0]),
                TargetChoice.parse(arguments[2]),
                "",
                List.of(),
                IndexAccess.standard());
        Lock lock = wheels.lock(event -> {});
        new Comparison(lock, wheels.targets(lock), work).run(arguments[0], arguments[2]);
    }

    private void run(String generated, String targetChoice) throws IOException, InterruptedException {
        List<String> ours = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                OneRun.class.getName(),
                generated,
                targetChoice);
        new Timed(ours, work.resolve("fill.log")).run();
        Timed.Result checks = new Timed(ours, work.resolve("ours.log")).run();
        System.out.println("wheels:check                 " + checks);
        System.out.println("  " + checks.lastLine());

        Path tools = work.resolve("tools");
        if (!Files.exists(tools.resolve("bin/auditwheel"))) {
            new Timed(List.of("python3", "-m", "venv", tools.toString()), work.resolve("venv.log")).run();
            new Timed(List.of(tools + "/bin/pip", "install", "--quiet", AUDITWHEEL), work.resolve("venv.log")).run();
        }
        Path files = link();
        Timed.Result pip = new Timed.Result(0, 0, "");
        for (Target target : targets) {
            pip = pip.and(new Timed(pip(tools, files, target), work.resolve("pip.log")).run());
        }
        System.out.println("pip download, " + targets.size() + " targets      " + pip);
        Timed.Result audit = new Timed(audit(tools, files), work.resolve("auditwheel.log")).run();
        System.out.println("auditwheel show, two at once " + audit);
        System.out.printf(
                "together %.1f times our time, %.1f times our processor time%n",
                (pip.seconds() + audit.seconds()) / checks.seconds(),
                (pip.processor() + audit.processor()) / checks.processor());
    }

    /** The locked wheels of the targets by their names, as links into the store. */
    private Path link() throws IOException {
        Path directory = Files.createDirectories(work.resolve("files"));
        Path store = IndexAccess.standard().cacheDirectory().resolve("v1").resolve("wheels");
        for (Target target : targets) {
            for (LockedWheel wheel : wheels(target)) {
                String hex = wheel.sha256().hex();
                String name = wheel.filename().text();
                Path link = directory.resolve(name);
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(
                            link,
                            store.resolve(hex.substring(0, 2)).resolve(hex).resolve(name));
                }
            }
        }
        return directory;
    }

    private List<LockedWheel> wheels(Target target) {
        return lock.packages().stream()
                .flatMap(locked -> locked.wheels().stream())
                .filter(wheel -> wheel.targets().contains(target.id()))
                .toList();
    }

    private List<String> pip(Path tools, Path files, Target target) throws IOException {
        Path requirements = work.resolve(target.id() + ".txt");
        Files.write(
                requirements,
                lock.packages().stream()
                        .filter(locked -> locked.wheels().stream()
                                .anyMatch(wheel -> wheel.targets().contains(target.id())))
                        .map(Comparison::pin)
                        .toList());
        String python = target.python().replace(".", "");
        List<String> words = new ArrayList<>(List.of(tools + "/bin/pip", "download", "--quiet", "--no-index"));
        words.addAll(List.of("--no-deps", "--find-links", files.toString(), "--only-binary", ":all:"));
        words.addAll(List.of("--implementation", "cp", "--python-version", python));
        words.addAll(List.of("--abi", "cp" + python, "--abi", "abi3", "--abi", "none"));
        TreeSet<String> platforms = new TreeSet<>();
        wheels(target).forEach(wheel -> wheel.filename().tags().forEach(tag -> platforms.add(tag.platform())));
        platforms.forEach(platform -> words.addAll(List.of("--platform", platform)));
        words.addAll(List.of("--dest", work.resolve("downloaded").toString()));
        words.addAll(List.of("--requirement", requirements.toString()));
        return words;
    }

    private static String pin(LockedPackage locked) {
        return locked.name() + "==" + locked.version();
    }

    private static List<String> audit(Path tools, Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            List<String> linux = all.map(Path::toString)
                    .filter(name -> name.contains("linux"))
                    .sorted()
                    .toList();
            List<String> words = new ArrayList<>(List.of(
                    "bash",
                    "-c",
                    "printf '%s\\0' \"$@\" | xargs -0 -n 1 -P 2 " + tools + "/bin/auditwheel show",
                    "audit"));
            words.addAll(linux);
            return words;
        }
    }
}
