/**
 * What is known of a wheel's bytes: hashes, file listings, archives; touches the network only through what it is given.
 */
@NullMarked
package dev.zeus.wheels.core.wheel;

import org.jspecify.annotations.NullMarked;
