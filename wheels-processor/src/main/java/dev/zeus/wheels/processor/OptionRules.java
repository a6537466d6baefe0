// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.NearName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** What must hold for the processor's own options, which stand in no source: {@link CompilationProblem#BAD_OPTION}. */
final class OptionRules {
    private static final String PREFIX = "wheels.";

    private final Map<String, String> options;
    private final List<Told> told = new ArrayList<>();

    /** A message without a place. */
    record Told(boolean error, String message, String hint) {
        @Override
        public String toString() {
            return CompilationProblem.BAD_OPTION.said(message, hint);
        }
    }

    private OptionRules(Map<String, String> options) {
        this.options = new TreeMap<>(options);
    }

    /** The options that compilers need not warn of: ours, and what is meant to be one. */
    static Set<String> names(Map<String, String> options) {
        Set<String> names = new TreeSet<>(LockOptions.names());
        options.keySet().stream().filter(name -> name.startsWith(PREFIX)).forEach(names::add);
        return names;
    }

    static void check(Map<String, String> options, Messager messager) {
        for (Told told : check(options)) {
            messager.printMessage(told.error() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING, told.toString());
        }
    }

    static List<Told> check(Map<String, String> given) {
        Map<String, String> options = LockOptions.withoutNull(given);
        OptionRules rules = new OptionRules(options);
        rules.options.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !LockOptions.names().contains(name))
                .forEach(rules::unknown);
        rules.checkWarnings(options.getOrDefault(LockOptions.WARNINGS, "true"));
        rules.checkLock(options.getOrDefault(LockOptions.LOCK, ""));
        Silence.codes(options).stream().sorted().forEach(rules::checkCode);
        return rules.told;
    }

    private void unknown(String name) {
        add(
                true,
                Quoted.text("-A" + name) + " is no option of the wheels processor, which has "
                        + Quoted.all(LockOptions.names().stream().sorted().toList()) + ".",
                Hints.near(NearName.among(LockOptions.names(), name).map(near -> "-A" + near), "remove it"));
    }

    private void checkWarnings(String value) {
        if (!Set.of("true", "false").contains(value)) {
            add(
                    true,
                    "-A" + LockOptions.WARNINGS + " is " + Quoted.text(value) + ", which is neither true nor false.",
                    Hints.near(NearName.among(Set.of("true", "false"), value), "write false, or leave it out"));
        }
    }

    private void checkLock(String file) {
        if (!file.isEmpty() && !isFile(file)) {
            add(
                    false,
                    "-A" + LockOptions.LOCK + " names " + Quoted.text(file)
                            + ", which is no file, so nothing is held against the lock.",
                    file.startsWith("~")
                            ? "write the whole path: nothing expands \"~\" here"
                            : "run mvn wheels:generate, or correct the path; a relative one counts from where the compiler"
                                    + " runs");
        }
    }

    private static boolean isFile(String file) {
        try {
            return Files.isRegularFile(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void checkCode(String code) {
        Optional<Problem> known =
                Problem.all().stream().filter(each -> each.code().equals(code)).findFirst();
        if (known.isEmpty()) {
            add(
                    false,
                    "-A" + Silence.OPTION + " names " + Quoted.text(code) + ", which is no code of a warning.",
                    "remove it, or write codes with commas between them, such as V137,V210");
        } else if (known.get().kind() != Problem.Kind.WARNING) {
            String kind = known.get().kind() == Problem.Kind.NOTE ? "a note" : "an error";
            add(
                    false,
                    "-A" + Silence.OPTION + " names " + code + ", which is " + kind + ", and those are not silenced.",
                    "remove it, and mend what it says");
        }
    }

    private void add(boolean error, String message, String hint) {
        told.add(new Told(error, message, hint));
    }
}
