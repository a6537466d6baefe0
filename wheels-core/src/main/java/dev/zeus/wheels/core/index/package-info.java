/**
 * Package indexes: pages, files and metadata as typed values; the only package that asks an index anything. Uses
 * {@code http}, {@code wheel} and {@code event}.
 */
@NullMarked
package dev.zeus.wheels.core.index;

import org.jspecify.annotations.NullMarked;
