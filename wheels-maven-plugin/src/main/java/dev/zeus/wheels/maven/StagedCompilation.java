// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.StagedSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Compiles a copy of a module's sources as the module itself is compiled: with everything that its pom binds up to the
 * phase {@code compile}, in a build directory of its own. The module's classes are left as they are.
 */
@Named
final class StagedCompilation {
    private static final String COMPILER = "maven-compiler-plugin";

    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    @Inject
    StagedCompilation(LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    /**
     * Compiles.
     *
     * @param own the artifact of this plugin, whose own executions are left out
     * @return the directory of the classes
     * @throws WheelsException I218 where the sources do not compile, or what comes before fails
     */
    Path compile(MavenSession session, MavenProject project, StagedSources sources, String own, Path top) {
        Build build = project.getBuild();
        String directory = build.getDirectory();
        String output = build.getOutputDirectory();
        Path target = sources.stage().resolve("target");
        Path classes = target.resolve("classes");
        try {
            build.setDirectory(target.toString());
            build.setOutputDirectory(classes.toString());
            for (MojoExecution execution :
                    lifecycle.calculateExecutionPlan(session, true, "compile").getMojoExecutions()) {
                if (execution.getArtifactId().equals(own)) {
                    continue;
                }
                if (execution.getArtifactId().equals(COMPILER)
                        && execution.getGoal().equals("compile")) {
                    execution.setConfiguration(configured(execution, project, sources));
                }
                plugins.executeMojo(session, execution);
            }
            return classes;
        } catch (WheelsException e) {
            throw e;
        } catch (Exception e) {
            throw new WheelsException(
                    PluginProblem.UNCOMPILED,
                    "the module does not compile with the change: "
                            + sources.said(String.valueOf(e.getMessage()).strip(), top),
                    "nothing was changed; check that it compiles without the change, with: mvn process-classes",
                    e);
        } finally {
            build.setDirectory(directory);
            build.setOutputDirectory(output);
        }
    }

    /** The sources in place of the project's; what the lock does not hold yet is no news. */
    private static Xpp3Dom configured(MojoExecution execution, MavenProject project, StagedSources sources) {
        Xpp3Dom configuration = new Xpp3Dom(execution.getConfiguration());
        List<String> roots = new ArrayList<>();
        for (String root : project.getCompileSourceRoots()) {
            roots.add(sources.root(root).toString());
        }
        Xpp3Dom list = new Xpp3Dom("compileSourceRoots");
        roots.stream().distinct().forEach(root -> list.addChild(child("compileSourceRoot", root)));
        replace(configuration, list);
        Xpp3Dom arguments = configuration.getChild("compilerArgs");
        if (arguments == null || arguments.getChildCount() == 0) {
            arguments = new Xpp3Dom("compilerArgs");
        }
        arguments.addChild(child("arg", "-Awheels.lockWarnings=false"));
        replace(configuration, arguments);
        return configuration;
    }

    private static Xpp3Dom child(String name, String value) {
        Xpp3Dom child = new Xpp3Dom(name);
        child.setValue(value);
        return child;
    }

    private static void replace(Xpp3Dom configuration, Xpp3Dom child) {
        for (int i = configuration.getChildCount() - 1; i >= 0; i--) {
            if (configuration.getChild(i).getName().equals(child.getName())) {
                configuration.removeChild(i);
            }
        }
        configuration.addChild(child);
    }
}
