package dev.zeus.wheels.processor;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentPart;
import java.util.ArrayList;
import java.util.List;

/** What an environment is made into, as it is written in {@code @PythonEnvironment}. */
sealed interface WrittenPart {
    /** The annotation. */
    Site site();

    /** The part with defaults filled in. */
    EnvironmentPart declared();

    /** All parts of an environment, those of one kind together. */
    static List<WrittenPart> read(AnnotationMembers members) {
        return new ArrayList<>(members.nested("applications", Application::read).values());
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
            return !name.value().isEmpty() || commands.items().isEmpty()
                    ? name.value()
                    : commands.values().get(0);
        }
    }
}
