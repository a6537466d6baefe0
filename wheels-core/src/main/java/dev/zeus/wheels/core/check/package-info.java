/** Questions about locked packages and their answers; reads wheels, runs host Pythons and Nix. */
@NullMarked
package dev.zeus.wheels.core.check;

import org.jspecify.annotations.NullMarked;
