// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import dev.zeus.wheels.core.disk.FileState;
import java.nio.file.Path;
import java.util.List;

/**
 * On which terms a process stays for later runs.
 *
 * @param socket where it listens
 * @param idleMillis after which time without a run it ends
 * @param classPath as it was when the process started: it ends when that has changed
 */
public record DaemonTerms(Path socket, long idleMillis, List<FileState> classPath) {}
