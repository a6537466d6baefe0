// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * A package that another one stands in for.
 *
 * @param of the normalised name
 * @param by the attribute that takes its place
 */
public record ReplacementDeclaration(String of, String by) {}
