// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.check.NativeContent.Named;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.wheel.ElfFile;
import dev.zeus.wheels.core.wheel.MachOFile;
import dev.zeus.wheels.core.wheel.NativeModule;
import dev.zeus.wheels.python.PlatformTag;
import dev.zeus.wheels.python.PlatformTag.Family;
import dev.zeus.wheels.python.PlatformTag.Floor;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.WheelFilename;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the compiled files of a wheel are for the systems and Pythons that its tags name (PEP 425, 600, 656). */
final class NativeCheck {
    private final WheelFilename wheel;
    private final NativeContent content;
    private final Optional<Floor> least;
    private final List<PlatformTag> platforms;

    private NativeCheck(WheelFilename wheel, NativeContent content, Optional<Floor> least) {
        this.wheel = wheel;
        this.content = content;
        this.least = least;
        this.platforms = wheel.tags().stream()
                .map(Tag::platform)
                .distinct()
                .map(PlatformTag::parse)
                .toList();
    }

    /**
     * What the tags deny.
     *
     * @param least the lowest floor of the targets that install it: what it needs beyond its tags is there
     */
    static List<Problem> problems(WheelFilename wheel, NativeContent content, Optional<Floor> least) {
        NativeCheck check = new NativeCheck(wheel, content, least);
        Findings findings = new Findings();
        Stream.of(check.pure(), check.interpreter(), check.linuxMachine(), check.glibc(), check.python())
                .forEach(found -> found.ifPresent(findings::add));
        return findings.add(check.macos()).all();
    }

    private boolean isFor(Family... families) {
        return platforms.stream().anyMatch(platform -> Set.of(families).contains(platform.family()));
    }

    private Optional<Problem> pure() {
        boolean any = platforms.stream().allMatch(platform -> platform.family() == Family.ANY);
        return !any
                ? Optional.empty()
                : Stream.concat(content.linux().stream(), content.macos().stream())
                        .filter(Named::isExtensionModule)
                        .findFirst()
                        .flatMap(each -> wrong(
                                CheckProblem.NOT_PURE,
                                each,
                                "is for every platform, but contains the compiled module"));
    }

    /** A module for other interpreters only can never be imported; next to one that fits it does no harm. */
    private Optional<Problem> interpreter() {
        Set<String> wanted = wheel.tags().stream()
                .map(tag -> tag.abi().equals("abi3") || tag.abi().equals("none") ? "" : tag.abi())
                .collect(Collectors.toSet());
        if (wanted.contains("") || !wanted.stream().allMatch(abi -> abi.startsWith("cp"))) {
            return Optional.empty();
        }
        for (Named<ElfFile> each : content.linux()) {
            Optional<NativeModule> module = each.module();
            Optional<String> interpreter = module.flatMap(NativeModule::interpreter);
            if (interpreter.isPresent()
                    && !interpreter.get().startsWith("abi3")
                    && !wanted.contains(interpreter.get())
                    && content.linux().stream().noneMatch(other -> isBetter(each.path(), other, module, wanted))) {
                return wrong(
                        CheckProblem.OTHER_PYTHON,
                        each,
                        "is for " + String.join(" and ", wanted) + ", but contains the module");
            }
        }
        return Optional.empty();
    }

    private static boolean isBetter(
            String path, Named<ElfFile> other, Optional<NativeModule> module, Set<String> wanted) {
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        return other.path().startsWith(directory)
                && other.module().map(NativeModule::stem).equals(module.map(NativeModule::stem))
                && other.module()
                        .flatMap(NativeModule::interpreter)
                        .map(each -> wanted.contains(each) || each.startsWith("abi3"))
                        .orElse(true);
    }

    private Optional<Problem> linuxMachine() {
        if (!isFor(Family.LINUX, Family.MANYLINUX, Family.MUSLLINUX)) {
            return Optional.empty();
        }
        Set<String> machines = platforms.stream().map(PlatformTag::arch).collect(Collectors.toSet());
        return content.linux().stream()
                .filter(Named::isExtensionModule)
                .filter(each -> !machines.contains(each.file().machine()))
                .findFirst()
                .flatMap(each -> wrong(
                        CheckProblem.OTHER_MACHINE,
                        each,
                        "is for " + String.join(" and ", machines) + ", but contains code for "
                                + each.file().machine() + " in"));
    }

    private Optional<Problem> glibc() {
        Optional<Floor> promised = platforms.stream()
                .filter(platform -> platform.family() == Family.MANYLINUX)
                .flatMap(platform -> platform.floor().stream())
                .min(Comparator.naturalOrder())
                .map(this::atLeast);
        boolean musl = platforms.stream().allMatch(platform -> platform.family() == Family.MUSLLINUX);
        SortedSet<String> provided = content.provided();
        for (Named<ElfFile> each : content.linux()) {
            Optional<Floor> needed = LinuxPolicy.glibc(each.file().versions());
            if (needed.isPresent() && musl) {
                return wrong(CheckProblem.NEWER_GLIBC, each, "is for musl, but needs glibc " + needed.get() + " in");
            }
            needed = Stream.concat(
                            needed.stream(), LinuxPolicy.glibcOfCompiler(ofTheSystem(each.file(), provided)).stream())
                    .max(Comparator.naturalOrder());
            if (needed.isPresent() && promised.isPresent() && needed.get().compareTo(promised.get()) > 0) {
                return wrong(
                        CheckProblem.NEWER_GLIBC,
                        each,
                        "promises to run with glibc " + promised.get() + ", but needs " + needed.get() + " in");
            }
        }
        return Optional.empty();
    }

    /** The versions of symbols that it needs of libraries which are not in the wheel, as a libstdc++ may be. */
    private SortedSet<String> ofTheSystem(ElfFile file, SortedSet<String> provided) {
        SortedSet<String> versions = new TreeSet<>();
        file.versionNeeds().forEach((library, needed) -> {
            if (!provided.contains(library)) {
                versions.addAll(needed);
            }
        });
        return versions;
    }

    /** Whichever Python loads the module has these symbols already, and not always as a library. */
    private Optional<Problem> python() {
        return content.linux().stream()
                .filter(each -> each.file().needed().stream().anyMatch(library -> library.startsWith("libpython")))
                .findFirst()
                .flatMap(each -> wrong(CheckProblem.LIBPYTHON, each, "needs the library of one Python, libpython, in"));
    }

    private List<Problem> macos() {
        Findings findings = new Findings();
        for (PlatformTag platform : platforms) {
            if (platform.family() == Family.MACOS && platform.floor().isPresent()) {
                for (Named<MachOFile> each : content.macos()) {
                    if (each.isExtensionModule()) {
                        macos(platform, each, findings);
                    }
                }
            }
        }
        return findings.all();
    }

    private void macos(PlatformTag platform, Named<MachOFile> each, Findings findings) {
        List<String> machines =
                platform.arch().equals("universal2") ? List.of("arm64", "x86_64") : List.of(platform.arch());
        for (String machine : machines) {
            List<MachOFile.Slice> slices = each.file().slices().stream()
                    .filter(slice -> slice.machine().equals(machine))
                    .toList();
            if (slices.isEmpty() && List.of("arm64", "x86_64").contains(machine)) {
                wrong(CheckProblem.OTHER_MACHINE, each, "is for " + machine + ", but contains no code for it in")
                        .ifPresent(findings::add);
            }
            // No ARM machine has a macOS before 11, whatever a tag says.
            Floor tagged =
                    Comparator.<Floor>naturalOrder().compare(platform.floor().orElseThrow(), new Floor(11, 0)) < 0
                                    && machine.equals("arm64")
                            ? new Floor(11, 0)
                            : platform.floor().orElseThrow();
            Floor promised = atLeast(tagged);
            for (MachOFile.Slice slice : slices) {
                Optional<Floor> oldest = slice.oldest().map(numbers -> new Floor(numbers.get(0), numbers.get(1)));
                if (oldest.isPresent() && oldest.get().compareTo(promised) > 0) {
                    wrong(
                                    CheckProblem.NEWER_MACOS,
                                    each,
                                    "promises to run on macOS " + promised + ", but needs " + oldest.get() + " in")
                            .ifPresent(findings::add);
                }
            }
        }
    }

    private Floor atLeast(Floor tagged) {
        return least.filter(floor -> floor.compareTo(tagged) > 0).orElse(tagged);
    }

    private Optional<Problem> wrong(ProblemKind code, Named<?> file, String what) {
        return Optional.of(problem(code, wheel, file, what));
    }

    static Problem problem(ProblemKind code, WheelFilename wheel, Named<?> file, String what) {
        return new Problem(
                code,
                "\"" + wheel + "\" " + what + " \"" + file.path() + "\"",
                "use another version of the package, and tell its authors; if you know that it does no harm, leave ABI"
                        + " out of the declaration's tests");
    }
}
