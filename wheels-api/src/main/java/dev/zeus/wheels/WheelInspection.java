// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * A check of one's own, asked about every locked wheel of every target that {@code wheels:check} looks at.
 *
 * <p>Example, which refuses wheels without a licence file:
 *
 * <pre>{@code
 * public final class LicenceFiles implements WheelInspection {
 *     public String name() {
 *         return "licence-files";
 *     }
 *
 *     public List<String> problems(InspectedWheel wheel) {
 *         boolean found = wheel.paths().stream().anyMatch(path -> path.toUpperCase().contains("LICEN"));
 *         return found ? List.of() : List.of("has no licence file");
 *     }
 * }
 * }</pre>
 *
 * <p>It is found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/dev.zeus.wheels.WheelInspection} of the module that declares the wheels. It may be asked by
 * several threads at once.
 */
public interface WheelInspection {
    /** {@return how reports name it, such as {@code licence-files}} */
    String name();

    /**
     * {@return what is wrong with a wheel, each as a sentence whose subject is the wheel; none if it passes}
     *
     * @param wheel the wheel that is checked
     */
    List<String> problems(InspectedWheel wheel);
}
