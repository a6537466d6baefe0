/** What nixpkgs has, as a file of versions; runs {@code nix eval} to write it, and touches nothing else. */
@NullMarked
package dev.zeus.wheels.core.nixpkgs;

import org.jspecify.annotations.NullMarked;
