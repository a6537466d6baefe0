// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.check.NativeContent.Named;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.wheel.ElfFile;
import dev.zeus.wheels.core.wheel.MachOFile;
import dev.zeus.wheels.core.wheel.NativeModule;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.WheelFilename;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether the modules of a wheel for the stable ABI use nothing else of Python (PEP 384).
 *
 * <p>A symbol that one of the module's own libraries defines is not Python's, whatever its name: PySide6 takes
 * {@code PyRun_String} from shiboken6.
 */
final class StableAbiCheck {
    private final WheelFilename wheel;
    private final int minor;
    private final Map<String, SortedSet<String>> definitions;

    private StableAbiCheck(WheelFilename wheel, int minor, Map<String, SortedSet<String>> definitions) {
        this.wheel = wheel;
        this.minor = minor;
        this.definitions = definitions;
    }

    /**
     * The first symbol that is not in the stable ABI of the oldest Python of the tags.
     *
     * @param definitions Python's symbols that the libraries of all packages on the target define
     */
    static Optional<Problem> problem(
            WheelFilename wheel, NativeContent content, Map<String, SortedSet<String>> definitions) {
        return wheel.tags().stream()
                .filter(tag -> tag.abi().equals("abi3"))
                .map(Tag::interpreter)
                .filter(interpreter -> interpreter.startsWith("cp3"))
                .flatMap(interpreter -> minor(interpreter).stream())
                .min(Comparator.naturalOrder())
                .flatMap(minor -> new StableAbiCheck(wheel, minor, definitions).problem(content));
    }

    private static Optional<Integer> minor(String interpreter) {
        String digits = interpreter.substring("cp3".length());
        return digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(Character::isDigit)
                ? Optional.empty()
                : Optional.of(Integer.parseInt(digits));
    }

    private Optional<Problem> problem(NativeContent content) {
        return content.linux().stream()
                .flatMap(each -> ofLinux(each).stream())
                .findFirst()
                .or(() -> content.macos().stream()
                        .flatMap(each -> ofMacos(each).stream())
                        .findFirst());
    }

    private Optional<Problem> ofLinux(Named<ElfFile> module) {
        return problem(module, module.file().imported(), module.file().needed());
    }

    private Optional<Problem> ofMacos(Named<MachOFile> module) {
        return module.file().slices().stream()
                .flatMap(slice -> problem(module, slice.imported(), slice.needed()).stream())
                .findFirst();
    }

    private Optional<Problem> problem(Named<?> module, SortedSet<String> imported, Collection<String> needed) {
        if (!module.module().filter(NativeModule::isStableAbi).isPresent()) {
            return Optional.empty();
        }
        SortedSet<String> ofPython = new TreeSet<>(imported);
        needed.forEach(library -> ofPython.removeAll(
                definitions.getOrDefault(NativeContent.fileName(library), Collections.emptySortedSet())));
        return StableAbi.violation(ofPython, minor)
                .map(violation -> NativeCheck.problem(
                        CheckProblem.NOT_STABLE_ABI,
                        wheel,
                        module,
                        "is for the stable ABI from 3." + minor + " on, but uses " + violation + ", in"));
    }
}
