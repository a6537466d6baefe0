// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * An index of so many projects in the shape of the public one; the same number gives the same bytes.
 *
 * <p>Of seven projects one is compiled, with some thirty wheels a version and hundreds to thousands of files on its
 * page, as numpy or pydantic-core; the others have a wheel and a source archive a version. Each project but the roots
 * is needed by one before it, so that the closure of the roots is all of them. Some requirements have an upper bound or
 * a marker, and the newest version of some projects wants a newer Python.
 */
final class MadeUp implements Index {
    private static final List<String> PYTHONS = List.of("cp39", "cp310", "cp311", "cp312", "cp313");
    private static final List<String> NEWER = List.of("cp39", "cp310", "cp311", "cp312", "cp313", "cp314");
    private static final List<String> PLATFORMS = List.of(
            "macosx_10_13_x86_64",
            "macosx_11_0_arm64",
            "manylinux_2_17_aarch64.manylinux2014_aarch64",
            "manylinux_2_17_x86_64.manylinux2014_x86_64",
            "musllinux_1_2_x86_64",
            "win_amd64");

    private final List<String> pythons;
    private final List<Project> projects = new ArrayList<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** A project: the number of its versions, and what its newest needs. */
    private record Project(
            int number,
            String name,
            boolean compiled,
            int versions,
            boolean newestWantsNewPython,
            List<Integer> needs) {
        String version(int index) {
            return index / 20 + "." + index / 4 % 5 + "." + index % 4;
        }

        String distribution() {
            return name.replace('-', '_');
        }
    }

    /** So many projects for so many targets: twelve are for one Python more, which the others' pages do not know. */
    MadeUp(int count, int targets) {
        this.pythons = targets == 12 ? NEWER : PYTHONS;
        Random random = new Random(count);
        List<List<Integer>> needs = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> needs.add(new ArrayList<>()));
        for (int i = 0; i < count; i++) {
            if (i >= roots(count)) {
                needs.get(random.nextInt(i)).add(i);
            }
            for (int more = random.nextInt(3); more > 0 && i + 1 < count; more--) {
                needs.get(i).add(i + 1 + random.nextInt(count - i - 1));
            }
        }
        for (int i = 0; i < count; i++) {
            boolean compiled = random.nextInt(7) == 0;
            int versions = compiled ? 20 + random.nextInt(100) : 8 + random.nextInt(random.nextInt(8) == 0 ? 400 : 90);
            projects.add(new Project(
                    i, "made-up-" + i, compiled, versions, random.nextInt(30) == 0, List.copyOf(needs.get(i))));
        }
    }

    private static int roots(int count) {
        return Math.max(2, count / 8);
    }

    /** What is declared of this index. */
    List<String> declared() {
        return projects.subList(0, roots(projects.size())).stream()
                .map(Project::name)
                .toList();
    }

    @Override
    public Optional<Page> page(String project, String root) {
        return projects.stream()
                .filter(each -> each.name().equals(project))
                .findFirst()
                .map(each -> pages.computeIfAbsent(project, name -> json(each, root)));
    }

    private Page json(Project project, String root) {
        StringBuilder text = new StringBuilder("{\"files\":[");
        List<String> versions = new ArrayList<>();
        String comma = "";
        for (int v = 0; v < project.versions(); v++) {
            String metadata = Sha256.of(metadata(project, v).getBytes(StandardCharsets.UTF_8))
                    .hex();
            versions.add('"' + project.version(v) + '"');
            for (String file : files(project, v)) {
                String digest = Sha256.of(file.getBytes(StandardCharsets.UTF_8)).hex();
                text.append(comma).append('{');
                if (file.endsWith(".whl")) {
                    text.append("\"core-metadata\":{\"sha256\":\"")
                            .append(metadata)
                            .append("\"},\"data-dist-info-metadata\":{\"sha256\":\"")
                            .append(metadata)
                            .append("\"},");
                } else {
                    text.append("\"core-metadata\":false,\"data-dist-info-metadata\":false,");
                }
                text.append("\"filename\":\"").append(file);
                text.append("\",\"hashes\":{\"sha256\":\"").append(digest);
                text.append("\"},\"provenance\":null,\"requires-python\":\"").append(python(project, v));
                text.append("\",\"size\":").append(20_000 + 997L * v);
                text.append(String.format(
                        ",\"upload-time\":\"20%02d-%02d-%02dT%02d:%02d:12.%06dZ\"",
                        10 + v * 15 / project.versions(),
                        1 + v % 12,
                        1 + v % 28,
                        v % 24,
                        v % 60,
                        v * 7919 % 1_000_000));
                text.append(",\"url\":\"").append(root).append("files/");
                text.append(digest, 0, 2)
                        .append('/')
                        .append(digest, 2, 4)
                        .append('/')
                        .append(digest.substring(4));
                text.append('/')
                        .append(file)
                        .append("\",\"yanked\":")
                        .append(v % 41 == 7)
                        .append('}');
                comma = ",";
            }
        }
        text.append("],\"meta\":{\"_last-serial\":1,\"api-version\":\"1.4\"},\"name\":\"")
                .append(project.name());
        text.append("\",\"project-status\":{\"status\":\"active\"},\"versions\":[")
                .append(String.join(",", versions));
        text.append("]}");
        return new Page("application/vnd.pypi.simple.v1+json", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files(Project project, int v) {
        String start = project.distribution() + "-" + project.version(v);
        List<String> files = new ArrayList<>();
        if (project.compiled()) {
            for (String python : pythons) {
                PLATFORMS.forEach(platform -> files.add(start + "-" + python + "-" + python + "-" + platform + ".whl"));
            }
        } else {
            files.add(start + "-py3-none-any.whl");
        }
        files.add(start + ".tar.gz");
        return files;
    }

    private static String python(Project project, int v) {
        boolean newest = v == project.versions() - 1;
        return newest && project.newestWantsNewPython() ? ">=3.12" : v % 2 == 0 ? ">=3.8" : ">=3.8,!=3.8.1";
    }

    private String metadata(Project project, int v) {
        StringBuilder text = new StringBuilder("Metadata-Version: 2.3\nName: ").append(project.name());
        text.append("\nVersion: ").append(project.version(v)).append("\nSummary: A project that nobody needs\n");
        text.append("License-Expression: MIT\nProject-URL: Homepage, https://index.example/")
                .append(project.name());
        text.append("\nRequires-Python: ").append(python(project, v)).append('\n');
        for (int need : project.needs()) {
            Project other = projects.get(need);
            text.append("Requires-Dist: ").append(other.name()).append(">=");
            text.append(other.version(other.versions() / 3));
            if (need % 5 == 0) {
                text.append(",<").append(other.version(other.versions() - 2));
            }
            text.append(
                    project.number() % 9 == 4 ? "; python_version < \"3.13\" or sys_platform != \"win32\"\n" : "\n");
        }
        text.append("Provides-Extra: test\nRequires-Dist: pytest>=7; extra == \"test\"\n\n");
        String line = "What is said of " + project.name() + " in its long description, as a readme has it.\n";
        return text.append(line.repeat(5 + 60 * (project.number() % 5))).toString();
    }

    @Override
    public Optional<byte[]> file(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean metadata = name.endsWith(".metadata");
        String[] parts = name.split("-", 3);
        return projects.stream()
                .filter(project -> parts.length == 3 && project.distribution().equals(parts[0]))
                .findFirst()
                .map(project -> files.computeIfAbsent(name, key -> bytes(project, parts[1], parts[2], metadata)));
    }

    private byte[] bytes(Project project, String version, String rest, boolean metadata) {
        int v = IntStream.range(0, project.versions())
                .filter(each -> project.version(each).equals(version))
                .findFirst()
                .orElseThrow();
        if (metadata) {
            return metadata(project, v).getBytes(StandardCharsets.UTF_8);
        }
        WheelBuilder wheel = WheelBuilder.of(project.name(), version)
                .tags(rest.substring(0, rest.length() - ".whl".length()))
                .metadata(metadata(project, v));
        for (int i = 0; i < 60; i++) {
            wheel.file(project.distribution() + "/module_" + i + ".py", "VALUE = " + i + "\n");
        }
        return wheel.file(project.distribution() + "/__init__.py", "").build().bytes();
    }
}
