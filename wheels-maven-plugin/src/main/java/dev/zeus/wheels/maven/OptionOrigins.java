// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.answer.Setting;
import dev.zeus.wheels.core.http.HttpSetting;
import dev.zeus.wheels.core.text.AddressSecrets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Every option of every goal with its value and where it was set: the command line, the configuration in the pom, a
 * property of the pom or of a profile, the environment, or nowhere.
 */
final class OptionOrigins {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(wheels\\.[^}]+)}");

    private final MavenSession session;
    private final Optional<MavenProject> project;

    OptionOrigins(MavenSession session, Optional<MavenProject> project) {
        this.session = session;
        this.project = project;
    }

    List<Setting> of(PluginDescriptor plugin) {
        List<Setting> settings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (MojoDescriptor goal : List.<MojoDescriptor>copyOf(plugin.getMojos())) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                Matcher property = PROPERTY.matcher(String.valueOf(parameter.getValue()));
                if (property.matches() && seen.add(property.group(1))) {
                    settings.add(setting(
                            plugin,
                            property.group(1),
                            parameter.getName(),
                            Optional.ofNullable(parameter.getAttribute("default-value"))));
                }
            }
        }
        Arrays.stream(HttpSetting.values()).forEach(each -> settings.add(network(each)));
        new TreeSet<>(session.getUserProperties().stringPropertyNames())
                .stream()
                        .filter(name -> name.startsWith("wheels.index."))
                        .forEach(name -> settings.add(
                                given(name, session.getUserProperties().getProperty(name), "-D")));
        settings.sort((one, other) -> one.name().compareTo(other.name()));
        return settings;
    }

    private Setting setting(PluginDescriptor plugin, String property, String parameter, Optional<String> standard) {
        Optional<Setting> configured = configured(plugin, property, parameter);
        return configured
                .or(() -> ofProperty(property))
                .orElseGet(() -> new Setting(property, standard.orElse(""), "default"));
    }

    /** The configuration of the pom goes before properties, also before those of the command line. */
    private Optional<Setting> configured(PluginDescriptor plugin, String property, String parameter) {
        return project.map(present -> present.getPlugin(plugin.getPluginLookupKey()))
                .map(Plugin::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(configuration -> ((Xpp3Dom) configuration).getChild(parameter))
                .map(Xpp3Dom::getValue)
                .map(value -> given(property, value, "<configuration> of the pom"));
    }

    private Optional<Setting> ofProperty(String name) {
        Optional<String> typed = Optional.ofNullable(session.getUserProperties().getProperty(name));
        return typed.map(value -> given(name, value, "-D, or .mvn/maven.config"))
                .or(() -> project.flatMap(present -> ofProject(present, name)));
    }

    private static Optional<Setting> ofProject(MavenProject project, String name) {
        return Optional.ofNullable(project.getProperties().getProperty(name)).map(value -> {
            Properties own = project.getOriginalModel().getProperties();
            return given(name, value, own.containsKey(name) ? "<properties> of the pom" : "a parent pom or a profile");
        });
    }

    private Setting network(HttpSetting setting) {
        return ofProperty(setting.key())
                .or(() -> Optional.ofNullable(System.getenv(setting.variable()))
                        .map(value -> given(setting.key(), value, "the environment, " + setting.variable())))
                .orElseGet(() -> new Setting(setting.key(), "", "default"));
    }

    private static Setting given(String name, String value, String origin) {
        return new Setting(name, AddressSecrets.shown(value), origin);
    }

    /** Whether a project calls the annotation processor: by its path, or by its dependencies. */
    static boolean isWired(MavenProject project) {
        Collection<Plugin> plugins = project.getBuildPlugins();
        boolean onPath = plugins.stream()
                .filter(plugin -> plugin.getArtifactId().equals("maven-compiler-plugin"))
                .anyMatch(plugin -> String.valueOf(plugin.getConfiguration()).contains("wheels-processor")
                        || plugin.getExecutions().stream()
                                .anyMatch(execution -> String.valueOf(execution.getConfiguration())
                                        .contains("wheels-processor")));
        return onPath
                || project.getDependencies().stream()
                        .anyMatch(dependency -> dependency.getArtifactId().equals("wheels-processor"));
    }
}
