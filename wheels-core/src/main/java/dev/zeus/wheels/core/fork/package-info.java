/**
 * A process of its own for a run: how values reach it, what both sides say, the archive of classes that it starts from,
 * and how it stays for the next run.
 *
 * <p>{@link dev.zeus.wheels.core.fork.RunProcesses} finds one that has stayed, or starts one, which may become a
 * {@link dev.zeus.wheels.core.fork.Daemon}.
 */
@NullMarked
package dev.zeus.wheels.core.fork;

import org.jspecify.annotations.NullMarked;
