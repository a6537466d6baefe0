/**
 * The files that a project begins with. {@code wheels:init} writes them, and the flake template and the Maven archetype
 * of this repository are what it would write.
 *
 * <p>Pure: a few names give texts. Uses {@code text} only.
 */
@NullMarked
package dev.zeus.wheels.core.start;

import org.jspecify.annotations.NullMarked;
