/** To be said by the owner of this package. */
@NullMarked
package dev.zeus.wheels.nix;

import org.jspecify.annotations.NullMarked;
