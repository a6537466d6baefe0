/**
 * The use cases that a front end calls (generate, check, inspect); may use every package below, and none of them uses
 * it.
 */
@NullMarked
package dev.zeus.wheels.core;

import org.jspecify.annotations.NullMarked;
