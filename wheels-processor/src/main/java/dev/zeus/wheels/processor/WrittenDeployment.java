// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.ContainerImageDeclaration;
import dev.zeus.wheels.HomeModuleDeclaration;
import dev.zeus.wheels.ImageUser;
import dev.zeus.wheels.SystemServiceDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What brings the applications of an environment to where they run, as it is written in {@code @PythonEnvironment}. */
sealed interface WrittenDeployment extends WrittenPart {
    /** All of an environment with these applications, those of one kind together. */
    static List<WrittenDeployment> read(AnnotationMembers members, List<WrittenPart.Application> applications) {
        List<WrittenDeployment> deployments = new ArrayList<>();
        deployments.addAll(members.nested("images", image -> Image.read(image, applications))
                .values());
        deployments.addAll(members.nested("services", service -> Service.read(service, applications))
                .values());
        deployments.addAll(
                members.nested("homes", home -> Home.read(home, applications)).values());
        return deployments;
    }

    /** The applications of its environment. */
    List<WrittenPart.Application> applications();

    /** A {@code @Label} as it is written. */
    record Label(Site site, Written<String> name, Written<String> value) {}

    /** A {@code @ContainerImage} as it is written. */
    record Image(
            Site site,
            Written<String> name,
            Written<String> tag,
            Written<String> entrypoint,
            WrittenList<String> arguments,
            WrittenList<Integer> ports,
            WrittenList<WrittenEnvironment.Variable> variables,
            WrittenList<Label> labels,
            Written<String> user,
            Written<Integer> uid,
            Written<String> workingDirectory,
            boolean shell,
            List<WrittenPart.Application> applications)
            implements WrittenDeployment {
        static Image read(AnnotationMembers members, List<WrittenPart.Application> applications) {
            return new Image(
                    members.site(),
                    members.text("name"),
                    members.text("tag"),
                    members.text("entrypoint"),
                    members.strings("arguments"),
                    members.numbers("ports"),
                    WrittenEnvironment.Variable.read(members),
                    members.nested("labels", label -> new Label(label.site(), label.text("name"), label.text("value"))),
                    members.text("user"),
                    members.number("uid").orElseGet(() -> new Written<>(1, members.site(), false)),
                    members.text("workingDirectory"),
                    members.flag("shell"),
                    applications);
        }

        @Override
        public ContainerImageDeclaration declared() {
            SortedMap<String, String> marks = new TreeMap<>();
            labels.values()
                    .forEach(label -> marks.putIfAbsent(
                            label.name().value(), label.value().value()));
            return new ContainerImageDeclaration(
                    name.value(),
                    tag.value(),
                    chosen(entrypoint, applications),
                    arguments.values(),
                    ports.values(),
                    WrittenEnvironment.Variable.values(variables),
                    marks,
                    new ImageUser(user.value(), uid.value()),
                    workingDirectory.value(),
                    shell);
        }
    }

    /** A {@code @SystemService} as it is written. */
    record Service(
            Site site,
            Written<String> name,
            Written<String> application,
            Written<String> description,
            WrittenList<String> arguments,
            Written<Integer> port,
            WrittenList<WrittenEnvironment.Variable> variables,
            WrittenList<String> credentials,
            List<WrittenPart.Application> applications)
            implements WrittenDeployment {
        static Service read(AnnotationMembers members, List<WrittenPart.Application> applications) {
            return new Service(
                    members.site(),
                    members.text("name"),
                    members.text("application"),
                    members.text("description"),
                    members.strings("arguments"),
                    members.number("port").orElseGet(() -> new Written<>(0, members.site(), false)),
                    WrittenEnvironment.Variable.read(members),
                    members.strings("credentials"),
                    applications);
        }

        @Override
        public SystemServiceDeclaration declared() {
            String runs = usualName();
            return new SystemServiceDeclaration(
                    effectiveName(),
                    runs,
                    description.value().isEmpty() ? "the application " + runs : description.value(),
                    arguments.values(),
                    port.value(),
                    WrittenEnvironment.Variable.values(variables),
                    credentials.values());
        }

        /** Its name, or that of its application. */
        String effectiveName() {
            return name.value().isEmpty() ? usualName() : name.value();
        }

        /** The application that it runs, whose name it has without one of its own. */
        String usualName() {
            return chosen(application, applications);
        }
    }

    /** A {@code @HomeModule} as it is written. */
    record Home(
            Site site,
            Written<String> name,
            WrittenList<String> installed,
            boolean interpreter,
            List<WrittenPart.Application> applications)
            implements WrittenDeployment {
        static Home read(AnnotationMembers members, List<WrittenPart.Application> applications) {
            return new Home(
                    members.site(),
                    members.text("name"),
                    members.strings("applications"),
                    members.flag("interpreter"),
                    applications);
        }

        @Override
        public HomeModuleDeclaration declared() {
            return new HomeModuleDeclaration(
                    name.value(), installed.isEmpty() ? names(applications) : installed.values(), interpreter);
        }
    }

    /** The names of applications. */
    static List<String> names(List<WrittenPart.Application> applications) {
        return applications.stream().map(WrittenPart.Application::effectiveName).toList();
    }

    /** The named application, or the only one; empty if there is none. */
    private static String chosen(Written<String> named, List<WrittenPart.Application> applications) {
        return named.value().isEmpty() && applications.size() == 1
                ? applications.get(0).effectiveName()
                : named.value();
    }
}
