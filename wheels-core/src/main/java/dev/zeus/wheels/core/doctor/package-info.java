/**
 * The probes of {@code wheels:doctor}: what a run depends on in the machine, in the project and in its indexes.
 * {@link dev.zeus.wheels.core.doctor.Examination} asks all of them, whatever one finds.
 */
@NullMarked
package dev.zeus.wheels.core.doctor;

import org.jspecify.annotations.NullMarked;
