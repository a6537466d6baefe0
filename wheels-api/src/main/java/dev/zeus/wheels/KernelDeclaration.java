// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * An environment as a kernel for Jupyter.
 *
 * @param name the kernel's name, such as {@code research}
 * @param displayName what people see
 */
public record KernelDeclaration(String name, String displayName) implements EnvironmentPart {}
