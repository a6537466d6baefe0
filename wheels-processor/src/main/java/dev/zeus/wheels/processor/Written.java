// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/**
 * A value of an annotation with its place.
 *
 * @param value what is written, or the default
 * @param site where it is written; the annotation itself for a default
 * @param given whether it is written rather than the default
 */
record Written<T>(T value, Site site, boolean given) {}
