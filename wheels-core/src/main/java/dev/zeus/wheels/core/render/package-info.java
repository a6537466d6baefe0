/**
 * The generated Nix files as a pure function of declarations and lock; foreign text reaches them only as Nix string
 * values. Touches no files but the templates in its own jar.
 */
@NullMarked
package dev.zeus.wheels.core.render;

import org.jspecify.annotations.NullMarked;
