/**
 * The pages of a static index: what pip, uv and Zeus Wheels read of the wheels that a lock names.
 *
 * <p>Pure: locked files give texts. Reads no file and asks no network.
 */
@NullMarked
package dev.zeus.wheels.core.mirror;

import org.jspecify.annotations.NullMarked;
