// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.WheelSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the wheel set of a package: that of the nearest package around it. */
final class EnclosingSets {
    private final Elements elements;
    private final Map<String, Optional<PackageElement>> known = new HashMap<>();

    EnclosingSets(Elements elements) {
        this.elements = elements;
    }

    /** The package with the wheel set that an element belongs to. */
    Optional<PackageElement> of(Element element) {
        return of(elements.getPackageOf(element).getQualifiedName().toString(), elements.getModuleOf(element));
    }

    /** The package with the wheel set that a package of a module belongs to. */
    Optional<PackageElement> of(String packageName, @Nullable ModuleElement module) {
        Optional<PackageElement> found = known.get(packageName);
        if (found == null) {
            found = Optional.ofNullable(
                            module == null
                                    ? elements.getPackageElement(packageName)
                                    : elements.getPackageElement(module, packageName))
                    .filter(each ->
                            AnnotationReader.mirror(each, WheelSet.class).isPresent());
            int dot = packageName.lastIndexOf('.');
            if (found.isEmpty() && dot > 0) {
                found = of(packageName.substring(0, dot), module);
            }
            known.put(packageName, found);
        }
        return found;
    }
}
