/** The goals: Maven's parameters and settings in, one call into the core, its outcome out; no logic of their own. */
@NullMarked
package dev.zeus.wheels.maven;

import org.jspecify.annotations.NullMarked;
