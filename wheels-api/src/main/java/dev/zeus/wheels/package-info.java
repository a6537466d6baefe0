/** The annotations that declare wheels, and the registry of declarations that a build reads; holds no logic. */
@NullMarked
package dev.zeus.wheels;

import org.jspecify.annotations.NullMarked;
