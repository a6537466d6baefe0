/** To be said by the owner of this package. */
@NullMarked
package dev.zeus.wheels.processor;

import org.jspecify.annotations.NullMarked;
