/**
 * Programs of the user's own {@code PATH}, such as git and Nix, asked as the user would ask them; may touch
 * {@code disk}. What runs wheels is in {@code check}, since that gets nothing of the user's environment.
 */
@NullMarked
package dev.zeus.wheels.core.program;

import org.jspecify.annotations.NullMarked;
