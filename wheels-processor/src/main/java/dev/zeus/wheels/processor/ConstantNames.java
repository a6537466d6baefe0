// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.WheelDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of the constants of wheels: the package's, or the type's where several types declare one package for
 * different platforms.
 */
final class ConstantNames {
    private final Map<String, String> byType = new HashMap<>();

    ConstantNames(List<WheelDeclaration> wheels) {
        Map<String, Long> declared =
                wheels.stream().collect(Collectors.groupingBy(WheelDeclaration::alias, Collectors.counting()));
        Set<String> taken =
                declared.keySet().stream().map(Names::constant).collect(Collectors.toCollection(HashSet::new));
        for (WheelDeclaration wheel : wheels) {
            if (declared.getOrDefault(wheel.alias(), 1L) > 1) {
                String name = Names.constant(Names.ofType(simple(wheel.type())));
                while (!taken.add(name)) {
                    name += "_";
                }
                byType.put(wheel.type(), name);
            }
        }
    }

    String of(WheelDeclaration wheel) {
        return Optional.ofNullable(byType.get(wheel.type())).orElseGet(() -> Names.constant(wheel.alias()));
    }

    private static String simple(String binary) {
        return binary.substring(Math.max(binary.lastIndexOf('.'), binary.lastIndexOf('$')) + 1);
    }
}
