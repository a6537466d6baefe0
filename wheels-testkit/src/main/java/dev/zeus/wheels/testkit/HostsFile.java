// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The file that tells the small nixpkgs what this machine has: shell, Pythons, wheels to build with, tools. */
final class HostsFile {
    private static final List<String> BUILDERS_NEED = List.of("bash", "cp", "curl", "sed", "tar", "unzip");
    private static final Map<String, List<String>> TOOLS = new TreeMap<>(Map.of(
            "bashInteractive", List.of("bash"),
            "coreutils", List.of("cat", "env", "ls"),
            "jdk", List.of("java", "javac"),
            "maven", List.of("mvn"),
            "nixfmt", List.of("nixfmt"),
            "nixfmt-tree", List.of("nixfmt")));

    private HostsFile() {}

    /**
     * The text of the file.
     *
     * @throws IllegalStateException if the machine has no bash
     */
    static String text(List<HostPython> pythons, List<Path> bootstrap, List<Path> sources) {
        Path shell = HostCommand.directory("bash")
                .orElseThrow(() -> new IllegalStateException("this machine has no bash, which builds need"));
        String path = BUILDERS_NEED.stream()
                .flatMap(program -> HostCommand.directory(program).stream())
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(":"));
        return "{\n"
                + line("bash", quoted(shell.resolve("bash").toString()))
                + line("path", quoted(path))
                + set("pythons", pythons, HostsFile::python)
                + set("bootstrap", bootstrap, HostsFile::wheel)
                + set("sources", sources, file -> line(quoted(name(file)), "./sources + " + quoted("/" + name(file))))
                + set("tools", TOOLS.entrySet(), tool -> line(tool.getKey(), programs(tool.getValue())))
                + "}\n";
    }

    private static String python(HostPython python) {
        return line(
                quoted(python.minor()),
                "{ version = %s; interpreter = %s; }"
                        .formatted(
                                quoted(python.version()),
                                quoted(python.program().toString())));
    }

    private static String wheel(Path file) {
        List<String> fields = List.of(name(file).split("-", 3));
        return line(
                fields.get(0).replace('_', '-'),
                "{ version = %s; file = ./bootstrap + %s; }"
                        .formatted(quoted(fields.get(1)), quoted("/" + name(file))));
    }

    private static String programs(List<String> names) {
        return names.stream()
                .flatMap(name -> HostCommand.named(name).limit(1))
                .map(program -> quoted(program.toString()))
                .collect(Collectors.joining(" ", "[ ", " ]"));
    }

    private static <T> String set(String name, Iterable<T> values, Function<T, String> lines) {
        StringBuilder text = new StringBuilder(name).append(" = {\n");
        values.forEach(value -> text.append(lines.apply(value)));
        return text.append("};\n").toString();
    }

    private static String line(String name, String value) {
        return name + " = " + value + ";\n";
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${") + '"';
    }
}
