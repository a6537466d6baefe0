/**
 * What is known of a wheel's bytes: hashes, file listings, archives, the store of whole wheels; uses {@code http} and
 * {@code event} only.
 */
@NullMarked
package dev.zeus.wheels.core.wheel;

import org.jspecify.annotations.NullMarked;
