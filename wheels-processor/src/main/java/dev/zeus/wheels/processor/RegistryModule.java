// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.WheelRegistry;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What the module of a registry means for its source.
 *
 * @param seesGenerated whether the annotation that marks generated code is visible, which a module without
 *     {@code java.compiler} cannot see
 * @param leaksApi whether the module exports the registry without requiring the API transitively, which compilers warn
 *     of; elsewhere Eclipse's warns of a needless {@code @SuppressWarnings}
 */
record RegistryModule(boolean seesGenerated, boolean leaksApi) {
    static RegistryModule of(Elements elements, PackageElement home) {
        ModuleElement module = elements.getModuleOf(home);
        return new RegistryModule(
                type(elements, module, "javax.annotation.processing.Generated") != null,
                module != null && exports(module, home) && !handsOnApi(elements, module));
    }

    private static boolean exports(ModuleElement module, PackageElement home) {
        return ElementFilter.exportsIn(module.getDirectives()).stream()
                .map(ExportsDirective::getPackage)
                .anyMatch(home::equals);
    }

    private static boolean handsOnApi(Elements elements, ModuleElement module) {
        TypeElement registry = type(elements, module, WheelRegistry.class.getName());
        return registry != null
                && ElementFilter.requiresIn(module.getDirectives()).stream()
                        .filter(RequiresDirective::isTransitive)
                        .anyMatch(required -> required.getDependency().equals(elements.getModuleOf(registry)));
    }

    private static @Nullable TypeElement type(Elements elements, @Nullable ModuleElement module, String name) {
        return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    }
}
