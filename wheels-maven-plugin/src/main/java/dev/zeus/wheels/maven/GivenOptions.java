// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.OptionNames;
import dev.zeus.wheels.core.setup.OptionNames.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What was typed for a goal, held against what this plugin's own descriptor says of its goals. */
final class GivenOptions {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(wheels\\.[^}]+)}");

    private GivenOptions() {}

    /**
     * Refuses options that no goal has, values of switches that are neither {@code true} nor {@code false}, and paths
     * that begin with {@code ~}, whether they are typed or stand in the project.
     *
     * @throws WheelsException D212, D210, D214
     */
    static void require(MavenSession session, MojoExecution execution) {
        Map<String, Kind> parameters = parameters(execution);
        if (parameters.isEmpty()) {
            return;
        }
        Properties project = Optional.ofNullable(session.getCurrentProject())
                .map(MavenProject::getProperties)
                .orElseGet(Properties::new);
        new OptionNames(parameters).require(values(session.getUserProperties()), project.stringPropertyNames());
        parameters.forEach((name, kind) -> {
            if (project.containsKey(name)) {
                kind.requireElement(name, project.getProperty(name));
            }
        });
        requireConfigured(execution);
    }

    private static Map<String, String> values(Properties properties) {
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** The properties of the parameters of all goals, with what each is. */
    private static Map<String, Kind> parameters(MojoExecution execution) {
        Map<String, Kind> parameters = new TreeMap<>();
        Collection<MojoDescriptor> goals = Optional.ofNullable(execution.getMojoDescriptor())
                .map(MojoDescriptor::getPluginDescriptor)
                .map(PluginDescriptor::getMojos)
                .<Collection<MojoDescriptor>>map(List::copyOf)
                .orElseGet(List::of);
        for (MojoDescriptor goal : goals) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                Matcher property = PROPERTY.matcher(String.valueOf(parameter.getValue()));
                if (property.matches()) {
                    parameters.put(property.group(1), kind(goal, parameter.getName()));
                }
            }
        }
        return parameters;
    }

    private static Kind kind(MojoDescriptor goal, String name) {
        String type = Optional.ofNullable(goal.getParameterMap())
                .map(all -> all.get(name))
                .map(Parameter::getType)
                .orElse("");
        return switch (type) {
            case "boolean" -> Kind.SWITCH;
            case "java.io.File" -> Kind.PATH;
            default -> Kind.TEXT;
        };
    }

    /** What the pom says of this goal in a configuration; what it leaves to a property is looked at there. */
    private static void requireConfigured(MojoExecution execution) {
        Xpp3Dom configuration = execution.getConfiguration();
        if (configuration != null) {
            for (Xpp3Dom each : configuration.getChildren()) {
                String value = each.getValue();
                if (value != null && !value.contains("${") && !value.isBlank()) {
                    kind(execution.getMojoDescriptor(), each.getName()).requireElement(each.getName(), value.strip());
                }
            }
        }
    }
}
