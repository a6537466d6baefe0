// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.OptionNames;
import dev.zeus.wheels.core.setup.OptionNames.Kind;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What was typed for a goal, held against what this plugin's own descriptor says of its goals. */
final class GivenOptions {
    private static final String OPEN = "${";
    private static final String OURS = OPEN + "wheels.";

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
        @Nullable MavenProject current = session.getCurrentProject();
        Properties project = current == null ? new Properties() : current.getProperties();
        new OptionNames(parameters).require(values(session.getUserProperties()), project.stringPropertyNames());
        for (Map.Entry<String, Kind> each : parameters.entrySet()) {
            String name = each.getKey();
            if (project.containsKey(name)) {
                each.getValue().requireElement(name, project.getProperty(name));
            }
        }
        requireConfigured(execution);
    }

    private static Map<String, String> values(Properties properties) {
        Map<String, String> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            values.put(name, properties.getProperty(name));
        }
        return values;
    }

    /** The properties of the parameters of all goals, with what each is. */
    private static Map<String, Kind> parameters(MojoExecution execution) {
        Map<String, Kind> parameters = new TreeMap<>();
        @Nullable MojoDescriptor asked = execution.getMojoDescriptor();
        @Nullable PluginDescriptor plugin = asked == null ? null : asked.getPluginDescriptor();
        if (plugin == null) {
            return parameters;
        }
        for (MojoDescriptor goal : List.<MojoDescriptor>copyOf(plugin.getMojos())) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                @Nullable String value = parameter.getValue();
                // Of a goal there are some dozens, in nearly as many goals: no expression is matched for each.
                if (value != null
                        && value.startsWith(OURS)
                        && value.length() > OURS.length() + 1
                        && value.indexOf('}') == value.length() - 1) {
                    parameters.put(value.substring(OPEN.length(), value.length() - 1), kind(goal, parameter.getName()));
                }
            }
        }
        return parameters;
    }

    private static Kind kind(MojoDescriptor goal, String name) {
        @Nullable Map<String, Parameter> all = goal.getParameterMap();
        @Nullable Parameter parameter = all == null ? null : all.get(name);
        return switch (parameter == null ? "" : String.valueOf(parameter.getType())) {
            case "boolean", "java.lang.Boolean" -> Kind.SWITCH;
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
