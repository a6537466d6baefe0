// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentPart;
import dev.zeus.wheels.KernelDeclaration;
import dev.zeus.wheels.PipBridgeDeclaration;
import dev.zeus.wheels.ProjectDeclaration;
import dev.zeus.wheels.ScriptDeclaration;
import java.util.ArrayList;
import java.util.List;

/** What an environment is made into, as it is written in {@code @PythonEnvironment}. */
sealed interface WrittenPart
        permits WrittenPart.Application,
                WrittenPart.Project,
                WrittenPart.Script,
                WrittenPart.Kernel,
                WrittenPart.Pip,
                WrittenDeployment {
    /** The annotation. */
    Site site();

    /** The part with defaults filled in. */
    EnvironmentPart declared();

    /** All parts of an environment of some name, those of one kind together. */
    static List<WrittenPart> read(AnnotationMembers members, String environment) {
        List<Application> applications =
                members.nested("applications", Application::read).values();
        List<WrittenPart> parts = new ArrayList<>(applications);
        parts.addAll(members.nested("projects", each -> Project.read(each, environment))
                .values());
        parts.addAll(members.nested("scripts", Script::read).values());
        parts.addAll(members.nested("kernels", Kernel::read).values());
        parts.addAll(members.nested("pip", Pip::read).values());
        parts.addAll(WrittenDeployment.read(members, applications));
        return parts;
    }

    /** An {@code @Application} as it is written. */
    record Application(Site site, Written<String> name, WrittenList<String> commands, WrittenList<String> arguments)
            implements WrittenPart {
        static Application read(AnnotationMembers members) {
            return new Application(
                    members.site(), members.text("name"), members.strings("commands"), members.strings("arguments"));
        }

        @Override
        public ApplicationDeclaration declared() {
            return new ApplicationDeclaration(effectiveName(), commands.values(), arguments.values());
        }

        /** Its name, or that of its first command. */
        String effectiveName() {
            return name.value().isEmpty() ? usualName() : name.value();
        }

        /** What it is called without a name; empty where it has no command either. */
        String usualName() {
            return commands.items().isEmpty() ? "" : commands.values().get(0);
        }
    }

    /** A {@code @PythonScript} as it is written. */
    record Script(Site site, Written<String> file, Written<String> name) implements WrittenPart {
        static Script read(AnnotationMembers members) {
            return new Script(members.site(), members.text("file"), members.text("name"));
        }

        @Override
        public ScriptDeclaration declared() {
            return new ScriptDeclaration(effectiveName(), file.value());
        }

        /** Its name, or that of its file without the end. */
        String effectiveName() {
            return name.value().isEmpty() ? usualName() : name.value();
        }

        /** What it is called without a name. */
        String usualName() {
            String path = file.value();
            String last = path.substring(path.lastIndexOf('/') + 1);
            return last.endsWith(".py") ? last.substring(0, last.length() - 3) : last;
        }
    }

    /** A {@code @JupyterKernel} as it is written. */
    record Kernel(Site site, Written<String> name, Written<String> displayName) implements WrittenPart {
        static Kernel read(AnnotationMembers members) {
            return new Kernel(members.site(), members.text("name"), members.text("displayName"));
        }

        @Override
        public KernelDeclaration declared() {
            return new KernelDeclaration(
                    name.value(), displayName.value().isEmpty() ? name.value() : displayName.value());
        }
    }

    /** A {@code @PipBridge} as it is written. */
    record Pip(Site site, Written<String> directory, Written<String> wheels) implements WrittenPart {
        static Pip read(AnnotationMembers members) {
            return new Pip(members.site(), members.text("directory"), members.text("wheels"));
        }

        @Override
        public PipBridgeDeclaration declared() {
            return new PipBridgeDeclaration(directory.value(), wheels.value());
        }
    }

    /** A {@code @PythonProject} as it is written. */
    record Project(
            Site site,
            Written<String> directory,
            Written<String> name,
            boolean editable,
            Written<String> tests,
            Written<String> markers,
            WrittenList<String> deselect,
            Written<String> version,
            WrittenList<String> includes,
            String environment)
            implements WrittenPart {
        /** The directory that has {@code generated/}. */
        static final String HERE = ".";

        static Project read(AnnotationMembers members, String environment) {
            return new Project(
                    members.site(),
                    members.text("directory"),
                    members.text("name"),
                    members.flag("editable"),
                    members.text("tests"),
                    members.text("markers"),
                    members.strings("deselect"),
                    members.text("version"),
                    members.strings("includes"),
                    environment);
        }

        @Override
        public ProjectDeclaration declared() {
            return new ProjectDeclaration(
                    effectiveName(),
                    directory.value(),
                    editable,
                    tests.value(),
                    markers.value(),
                    deselect.values(),
                    version.value(),
                    includes.values());
        }

        /** Its name, or the last step of its directory, or the environment's. */
        String effectiveName() {
            return name.value().isEmpty() ? usualName() : name.value();
        }

        /** What it is called without a name. */
        String usualName() {
            String path = directory.value();
            return path.equals(HERE) ? environment : path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
