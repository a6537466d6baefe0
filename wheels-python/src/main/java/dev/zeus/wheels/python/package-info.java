/** To be said by the owner of this package. */
@NullMarked
package dev.zeus.wheels.python;

import org.jspecify.annotations.NullMarked;
