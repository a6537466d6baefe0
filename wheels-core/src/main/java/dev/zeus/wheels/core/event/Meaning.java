// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

/**
 * What a code stands for; {@link RunProblem#OUT_OF_MEMORY} has one.
 *
 * @param code the stable code; a number is never used again
 * @param title what is wrong, in a few words without a value
 * @param explanation what it means, and what mends it
 */
public record Meaning(String code, String title, String explanation) {}
