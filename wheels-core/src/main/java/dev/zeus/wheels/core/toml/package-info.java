/**
 * TOML that others wrote, as values that know their lines; the only package that uses the library for it. May touch
 * nothing else of the core.
 *
 * <p>Standard: TOML 1.0.
 */
@NullMarked
package dev.zeus.wheels.core.toml;

import org.jspecify.annotations.NullMarked;
