/**
 * What evaluating a rendered overlay costs; runs the main job and real Nix, and touches nothing but its own directory.
 */
@NullMarked
package dev.zeus.wheels.bench.nix;

import org.jspecify.annotations.NullMarked;
