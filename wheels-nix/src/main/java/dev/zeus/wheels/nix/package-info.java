/**
 * The Nix language as Java values: expressions with their printer, and a syntax checker for text written by hand; pure,
 * touches neither files nor processes.
 */
@NullMarked
package dev.zeus.wheels.nix;

import org.jspecify.annotations.NullMarked;
