// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * A text to replace.
 *
 * @param file relative to the source's root, or to {@code site-packages}
 * @param replace the text to find
 * @param by what stands there instead
 */
public record SubstitutionDeclaration(String file, String replace, String by) {}
