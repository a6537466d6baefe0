// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Resolves what is not locked yet, writes the lock and the Nix files in one step, and prints what changed.
 *
 * <p>Compiles the module first, without warnings about packages that it is about to lock. To bind it to a phase, use
 * {@code generate-no-fork}.
 */
@Mojo(name = "generate", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES, lifecycle = "relock")
final class GenerateMojo extends GenerateNoForkMojo {}
