// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.palantir.javapoet.TypeSpec;
import dev.zeus.wheels.WheelDeclaration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The constants of a registry once more, by source: {@code AcmeWheels.BySource.Nautech.NAUTILUS_TRADER}. Where all
 * comes from one source, they would say nothing new.
 */
final class SourceConstants {
    private static final String HOLDER = "BySource";

    private final String registry;

    /** A class may not have the name of one that it is in. */
    private final Set<String> taken;

    SourceConstants(String registry) {
        this.registry = registry;
        this.taken = new HashSet<>(Set.of(registry, HOLDER));
    }

    Optional<TypeSpec> of(List<WheelDeclaration> wheels) {
        Map<String, List<WheelDeclaration>> sources = wheels.stream()
                .filter(wheel -> SourceRules.isName(wheel.source()))
                .collect(Collectors.groupingBy(WheelDeclaration::source, TreeMap::new, Collectors.toList()));
        if (sources.size() < 2) {
            return Optional.empty();
        }
        ConstantNames names = new ConstantNames(wheels);
        TypeSpec.Builder holder =
                RegistryConstant.holder(HOLDER).addJavadoc("The wheels by the source that has them.\n");
        sources.forEach((source, itsWheels) -> holder.addType(ofSource(source, itsWheels, names)));
        return Optional.of(holder.build());
    }

    private TypeSpec ofSource(String source, List<WheelDeclaration> wheels, ConstantNames names) {
        String name = Names.type(source);
        while (!taken.add(name)) {
            name += "_";
        }
        TypeSpec.Builder constants =
                RegistryConstant.holder(name).addJavadoc("The wheels from the source $L.\n", source);
        for (WheelDeclaration wheel : wheels) {
            String constant = names.of(wheel);
            constants.addField(RegistryConstant.field(WheelDeclaration.class, constant)
                    .addModifiers(Modifier.PUBLIC)
                    .initializer("$L.$L", registry, constant)
                    .build());
        }
        return constants.build();
    }
}
