/**
 * The making of a lock: {@link dev.zeus.wheels.core.locking.LockStep} answers a
 * {@link dev.zeus.wheels.core.locking.LockRequest} with the lock that is there, or resolves, reads and assembles a new
 * one. The only package that brings {@code index}, {@code resolve} and {@code lock} together.
 */
@NullMarked
package dev.zeus.wheels.core.locking;

import org.jspecify.annotations.NullMarked;
