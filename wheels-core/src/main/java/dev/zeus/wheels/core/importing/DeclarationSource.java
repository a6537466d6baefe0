// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.core.importing.TypeNames.TypeName;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.text.JavaText;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The declarations of a wheel set as Java: {@code package-info.java} and a file for each package.
 *
 * <pre>{@code
 * @Wheel(version = ">=2.28", extras = "socks")
 * interface Requests {}
 * }</pre>
 */
final class DeclarationSource {
    private final String packageName;
    private final ForeignSet set;
    private final ImportedTargets targets;
    private final TypeNames names = new TypeNames();
    private final SortedMap<String, String> files = new TreeMap<>();

    private DeclarationSource(String packageName, ForeignSet set, ImportedTargets targets) {
        this.packageName = packageName;
        this.set = set;
        this.targets = targets;
    }

    /** The files, by their names. */
    static SortedMap<String, String> print(
            String packageName, ForeignSet set, ImportedTargets targets, Collection<DeclaredPackage> packages) {
        DeclarationSource source = new DeclarationSource(packageName, set, targets);
        packages.forEach(source::declare);
        set.customs().forEach(source::custom);
        source.files.put(
                "package-info.java",
                source.wheelSet(packages.stream()
                        .flatMap(each -> each.constraints().stream())
                        .toList()));
        return source.files;
    }

    private String wheelSet(List<String> own) {
        SortedSet<String> imports = new TreeSet<>(List.of("On", "Platform", "WheelSet"));
        List<String> members = new ArrayList<>();
        members.add("pythons = " + JavaText.literals(targets.pythons()));
        members.add("targets = "
                + block(targets.platforms().stream()
                        .map(platform -> "@On(value = Platform." + platform.name()
                                + (platform.isLinux()
                                        ? ", glibc = \"" + ImportedTargets.GLIBC
                                        : ", macos = \"" + ImportedTargets.MACOS)
                                + "\")")
                        .toList()));
        if (!set.sources().indexes().isEmpty()) {
            imports.add("Source");
            members.add("sources = "
                    + block(set.sources().indexes().stream()
                            .map(index -> index(index, imports))
                            .toList()));
        }
        List<String> constraints = new ArrayList<>(own);
        set.wishes().constraints().forEach(constraint -> constraints.add(constraint.toString()));
        if (!constraints.isEmpty()) {
            members.add("constraints = "
                    + block(constraints.stream()
                            .distinct()
                            .map(JavaText::literal)
                            .toList()));
        }
        if (!set.wishes().overrides().isEmpty()) {
            members.add("overrides = "
                    + block(set.wishes().overrides().stream()
                            .map(each -> JavaText.literal(each.toString()))
                            .toList()));
        }
        if (set.wishes().prereleases()) {
            imports.add("PrereleasePolicy");
            members.add("prereleases = PrereleasePolicy.ALLOW");
        }
        return "@WheelSet(\n        " + String.join(",\n        ", members) + ")\npackage " + packageName + ";\n\n"
                + imports.stream()
                        .map(each -> "import dev.zeus.wheels." + each + ";\n")
                        .collect(Collectors.joining());
    }

    private static String index(ForeignIndex index, SortedSet<String> imports) {
        StringBuilder text = new StringBuilder("@Source(name = ")
                .append(JavaText.literal(index.name()))
                .append(", url = ")
                .append(JavaText.literal(index.url()));
        if (index.format() == SourceFormat.FLAT) {
            imports.add("SourceFormat");
            text.append(", format = SourceFormat.FLAT");
        }
        if (index.login()) {
            text.append(", requiresLogin = true");
        }
        if (index.url().startsWith("http:")) {
            text.append(", allowHttp = true");
        }
        return text.append(')').toString();
    }

    private static String block(List<String> items) {
        return items.size() == 1
                ? items.get(0)
                : "{\n            " + String.join(",\n            ", items) + "\n        }";
    }

    /** A type for each group of platforms that have it alike with the same Pythons: of most packages there is one. */
    private void declare(DeclaredPackage wanted) {
        Map<List<Object>, List<Platform>> groups = new LinkedHashMap<>();
        for (Platform platform : targets.platforms()) {
            List<Target> here = wanted.on().keySet().stream()
                    .filter(target -> target.platform() == platform)
                    .toList();
            if (!here.isEmpty()) {
                List<String> pythons = here.stream().map(Target::python).toList();
                groups.computeIfAbsent(List.of(pythons, wanted.on().get(here.get(0))), key -> new ArrayList<>())
                        .add(platform);
            }
        }
        for (List<Platform> platforms : groups.values()) {
            String suffix = groups.size() == 1 ? "" : suffix(platforms.get(0));
            type(wanted, names.of(wanted.name(), suffix), platforms);
        }
    }

    private static String suffix(Platform platform) {
        return (platform.isLinux() ? "Linux" : "Darwin") + (platform.system().startsWith("aarch64") ? "Arm" : "");
    }

    private void type(DeclaredPackage wanted, TypeName type, List<Platform> platforms) {
        List<Map.Entry<Target, Origin>> here = wanted.on().entrySet().stream()
                .filter(each -> each.getKey().platform() == platforms.get(0))
                .toList();
        List<String> pythons = here.stream().map(each -> each.getKey().python()).toList();
        Origin origin = here.get(0).getValue();
        SortedSet<String> imports = new TreeSet<>(List.of("Wheel"));
        List<String> members = new ArrayList<>();
        if (!type.says()) {
            members.add("name = " + JavaText.literal(wanted.name().value()));
        }
        Optional.ofNullable(set.wheelNames().get(wanted.name()))
                .ifPresent(name -> members.add("wheelName = " + JavaText.literal(name)));
        if (!origin.source().equals(Sources.PYPI)) {
            members.add("source = " + JavaText.literal(origin.source()));
        }
        if (!platforms.equals(targets.platforms())) {
            imports.add("Platform");
            members.add("platforms = "
                    + JavaText.array(platforms.stream()
                            .map(each -> "Platform." + each.name())
                            .toList()));
        }
        if (!pythons.equals(targets.pythons())) {
            members.add("pythons = " + JavaText.literals(pythons));
        }
        if (!wanted.version().isEmpty()) {
            members.add("version = " + JavaText.literal(wanted.version()));
        }
        if (!wanted.extras().isEmpty()) {
            members.add("extras = "
                    + JavaText.literals(
                            wanted.extras().stream().map(ExtraName::value).toList()));
        }
        if (origin.isBuilt()) {
            imports.add("Provider");
            members.add("provider = Provider.SDIST");
        }
        file(type, imports, "@Wheel" + (members.isEmpty() ? "" : "(" + String.join(", ", members) + ")"));
    }

    private void custom(ForeignCustom custom) {
        TypeName type = names.of(custom.name(), "");
        List<String> members = new ArrayList<>();
        if (!type.says()) {
            members.add("name = " + JavaText.literal(custom.name().value()));
        }
        List<String> pythons =
                custom.pythons().stream().filter(targets.pythons()::contains).toList();
        if (!pythons.isEmpty() && !pythons.equals(targets.pythons())) {
            members.add("pythons = " + JavaText.literals(pythons));
        }
        custom.description().ifPresent(text -> members.add("description = " + JavaText.literal(text)));
        members.add("definition = " + JavaText.block(custom.definition(), "                "));
        file(
                type,
                new TreeSet<>(List.of("CustomPackage")),
                "@CustomPackage(\n        " + String.join(",\n        ", members) + ")");
    }

    private void file(TypeName type, SortedSet<String> imports, String annotation) {
        files.put(
                type.simple() + ".java",
                "package " + packageName + ";\n\n"
                        + imports.stream()
                                .map(each -> "import dev.zeus.wheels." + each + ";\n")
                                .collect(Collectors.joining())
                        + "\n" + annotation + "\ninterface " + type.simple() + " {}\n");
    }

    /**
     * A package that is declared.
     *
     * @param name its name
     * @param on the targets that want it, with where they have it from; never empty
     * @param version a specifier that holds on all of them, or empty
     * @param constraints what holds on some of them only
     * @param extras its extras
     */
    record DeclaredPackage(
            PackageName name,
            Map<Target, Origin> on,
            String version,
            List<String> constraints,
            SortedSet<ExtraName> extras) {}

    /**
     * Where a package comes from.
     *
     * @param source the name of its source
     * @param isBuilt whether it is built from source
     */
    record Origin(String source, boolean isBuilt) {
        @Override
        public String toString() {
            return (isBuilt ? "built from its source code" : "as a wheel") + " from \"" + source + "\"";
        }
    }
}
