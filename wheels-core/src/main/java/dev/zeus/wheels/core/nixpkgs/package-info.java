/**
 * What nixpkgs has: versions, as a file of them, and libraries; runs {@code nix eval} to write that file, and touches
 * nothing else.
 */
@NullMarked
package dev.zeus.wheels.core.nixpkgs;

import org.jspecify.annotations.NullMarked;
