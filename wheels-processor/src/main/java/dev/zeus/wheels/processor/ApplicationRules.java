// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.PathHint;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for the applications of all environments of a set: the flake serves them side by side. */
final class ApplicationRules {
    /** File names have at most 255 bytes; nixpkgs adds affixes such as "-wrapped". */
    private static final int LONGEST = 200;

    /** Linux permits 128 KiB for one argument (MAX_ARG_STRLEN); a longer text belongs in a file. */
    private static final int LONGEST_ARGUMENT = 10_000;

    private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*");
    private static final Pattern PYTHON = Pattern.compile("python[0-9.]*|pip[0-9.]*");

    private static final String WINDOWS = "\\.(?:exe|bat|cmd)$";

    /** What the flake has under a name of its own. */
    private static final Set<String> OWN = Set.of("default", "generate-wheels", "inspect-config", "try-on");

    private final Findings findings;
    private final PartNames names;

    ApplicationRules(Findings findings) {
        this.findings = findings;
        this.names = new PartNames(findings);
    }

    void check(WrittenPart.Application application, String owner) {
        checkName(application, owner);
        if (application.commands().isEmpty()) {
            add(
                    application.commands().site(),
                    "{}",
                    "an application has at least one",
                    "write for instance \"uvicorn\"");
        }
        Seen<String> seen = new Seen<>();
        for (Written<String> command : application.commands().items()) {
            String text = command.value();
            if (text.matches(".+" + WINDOWS)) {
                bad(command.site(), text, "only Windows has programs of that name", hint(text));
            } else if (text.length() > LONGEST || !COMMAND.matcher(text).matches()) {
                bad(command.site(), text, "expected the name of a program, without a path and arguments", hint(text));
            } else if (PYTHON.matcher(text).matches()) {
                bad(
                        command.site(),
                        text,
                        "an application keeps Python out of sight",
                        "name a command of a package; the environment's shell has " + text);
            } else {
                seen.put(text, command.site())
                        .ifPresent(
                                before -> bad(command.site(), text, "it is named already at " + before, "remove one"));
            }
        }
        if (!application.arguments().isEmpty() && application.commands().items().size() > 1) {
            findings.add(
                    PartMistake.ARGUMENTS_OF_MANY,
                    application.arguments().site(),
                    Quoted.all(application.commands().values()));
        }
        new ArgumentRules(findings).check(application.arguments(), "write the port: only services have a {port}");
        for (Written<String> argument : application.arguments().items()) {
            SecretText.within(argument.value())
                    .ifPresent(kind -> findings.add(
                            Suspicion.SECRET_VALUE,
                            argument.site(),
                            argument.site().path(),
                            kind));
            if (argument.value().indexOf('\0') >= 0 || argument.value().length() > LONGEST_ARGUMENT) {
                bad(
                        argument.site(),
                        argument.value(),
                        "no program takes such an argument",
                        "shorten it, without a NUL");
            }
        }
    }

    private void bad(Site site, String text, String reason, String hint) {
        add(site, Quoted.text(text), reason, hint);
    }

    private void add(Site site, String shown, String reason, String hint) {
        findings.add(PartMistake.BAD_COMMAND, site, shown, reason, hint);
    }

    /** The first word, or the last step of its path, where that is a command. */
    private static String hint(String text) {
        String stripped = text.strip().replaceFirst(WINDOWS, "");
        int blank = stripped.indexOf(' ');
        String word = blank < 0 ? stripped : stripped.substring(0, blank);
        String program = word.substring(word.lastIndexOf('/') + 1);
        boolean meant =
                COMMAND.matcher(program).matches() && !PYTHON.matcher(program).matches() && program.length() <= LONGEST;
        return meant
                ? "write " + Quoted.text(program) + (blank < 0 ? "" : ", and the rest in arguments")
                : "write for instance \"uvicorn\"";
    }

    /** The flake serves scripts as it serves applications. */
    void check(WrittenPart.Script script, String owner) {
        Written<String> file = script.file();
        Optional<String> wrong = ProjectPath.wrong(file.value())
                .or(() -> file.value().endsWith(".py")
                        ? Optional.empty()
                        : Optional.of("expected a file that ends in .py"));
        if (wrong.isPresent()) {
            findings.add(
                    PartMistake.BAD_PART_PATH,
                    file.site(),
                    Quoted.text(file.value()),
                    "file",
                    wrong.get(),
                    Hints.or(PathHint.of(file.value()), "write for instance \"tools/report.py\""));
        } else {
            names.check(
                    script.name(),
                    script.effectiveName(),
                    script.site(),
                    "a script",
                    owner,
                    taken(script.effectiveName()));
        }
    }

    private static Optional<String> taken(String name) {
        if (PYTHON.matcher(name).matches()) {
            return Optional.of("the environment's own Python has a program of that name");
        }
        return OWN.contains(name) || name.startsWith("generate-")
                ? Optional.of("the flake has an app or a package of that name")
                : Optional.empty();
    }

    private void checkName(WrittenPart.Application application, String owner) {
        String name = application.effectiveName();
        if (application.name().given() || COMMAND.matcher(name).matches()) {
            names.check(application.name(), name, application.site(), "an application", owner, taken(name));
        }
    }
}
