/**
 * What people and programs ask of a lock, answered from the lock and the declarations alone: pure functions, without
 * network and without files.
 */
@NullMarked
package dev.zeus.wheels.core.answer;

import org.jspecify.annotations.NullMarked;
