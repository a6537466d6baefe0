// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Prints the final configuration: sources, targets, every declared package, and the origin of each setting. */
@Mojo(name = "inspect", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class InspectMojo extends InspectNoForkMojo {}
