/**
 * The use cases that a front end calls (generate, check, audit, inspect), each with what it is asked and what it
 * answers; may use every package below, and none of them uses it.
 */
@NullMarked
package dev.zeus.wheels.core;

import org.jspecify.annotations.NullMarked;
