/**
 * The checks of locked wheels as JUnit 5 tests; a front end like the Maven plugin, which calls the core and nothing
 * else.
 */
@NullMarked
package dev.zeus.wheels.junit;

import org.jspecify.annotations.NullMarked;
