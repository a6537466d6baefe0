// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * A directory of libraries in another package.
 *
 * @param in the package's normalised name
 * @param path the directory below its {@code site-packages}
 */
public record SearchPathDeclaration(String in, String path) {}
