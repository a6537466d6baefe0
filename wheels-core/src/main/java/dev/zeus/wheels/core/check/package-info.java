/**
 * Questions about locked packages and their answers: reads stored wheels and the lock, runs Pythons of this machine;
 * may use {@code lock}, {@code wheel} and {@code event}, and fetches only through the wheel store.
 */
@NullMarked
package dev.zeus.wheels.core.check;

import org.jspecify.annotations.NullMarked;
