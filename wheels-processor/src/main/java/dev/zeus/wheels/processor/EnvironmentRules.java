// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.processor.hint.VariableHint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold for the environments of a wheel set. */
final class EnvironmentRules {
    private static final int LONGEST_NAME = 200;

    /** An interpreter of nixpkgs, or one of its packages. */
    private static final Pattern PYTHON =
            Pattern.compile("python\\d*(?:Full|Minimal)?|python\\d*(?:Packages|\\.pkgs)\\.(\\S+)");

    private final Findings findings;
    private final WrittenSet set;
    private final Map<String, Named> byType = new HashMap<>();

    EnvironmentRules(Findings findings, WrittenSet set, List<Named> declarations) {
        this.findings = findings;
        this.set = set;
        declarations.forEach(named -> byType.put(named.declaration().type().binary(), named));
    }

    void check(List<WrittenEnvironment> environments) {
        Map<String, WrittenEnvironment> byName = new HashMap<>();
        ApplicationRules applications = new ApplicationRules(findings);
        DeploymentRules deployments = new DeploymentRules(findings, set, this::checkVariables);
        ProjectRules projects = new ProjectRules(findings);
        KernelRules kernels = new KernelRules(findings);
        PipRules pip = new PipRules(
                findings,
                environments.stream().map(WrittenEnvironment::normalisedName).collect(Collectors.toSet()));
        for (WrittenEnvironment environment : environments) {
            checkName(environment);
            WrittenEnvironment first = byName.putIfAbsent(environment.normalisedName(), environment);
            if (first != null) {
                findings.add(
                        Mistake.DUPLICATE_ENVIRONMENT,
                        environment.name().given() ? environment.name().site() : environment.site(),
                        Quoted.text(environment.normalisedName()),
                        first.type().canonical());
            }
            new PythonRules(findings).check(environment.python(), set);
            checkPackages(environment, environments);
            new RecipeRules(findings).checkAttributes(environment.libraries());
            environment.libraries().items().forEach(this::checkPython);
            checkVariables(environment.variables());
            environment
                    .variables()
                    .values()
                    .forEach(variable -> new ArgumentRules(findings)
                            .checkText(
                                    variable.value(),
                                    "write the value itself, or set it in shellHook",
                                    "write the port: only services have a {port}"));
            new ShellHookRules(findings).check(environment.shellHook());
            String owner = environment.type().canonical();
            environment.parts(WrittenPart.Application.class).forEach(part -> applications.check(part, owner));
            environment.parts(WrittenPart.Script.class).forEach(part -> applications.check(part, owner));
            kernels.check(environment.parts(WrittenPart.Kernel.class), owner);
            pip.check(environment);
            projects.check(environment.parts(WrittenPart.Project.class), owner);
            environment.parts(WrittenDeployment.class).forEach(part -> deployments.check(part, owner));
            environment.parts().forEach(new PartNeedlessRules(findings)::check);
        }
    }

    private void checkName(WrittenEnvironment environment) {
        Written<String> name = environment.name();
        String simple = environment.type().simple();
        if (name.given()) {
            RecipeRules.wrongName(name.value())
                    .ifPresent(wrong -> findings.add(
                            Mistake.BAD_NAME,
                            name.site(),
                            Quoted.text(name.value()),
                            wrong,
                            Hints.or(NameHint.of(name.value()), "write for instance \"research\"")));
        } else if (RecipeRules.wrongName(Names.ofType(simple)).isPresent()) {
            findings.add(Mistake.UNNAMEABLE_TYPE, environment.site(), Quoted.text(simple));
        }
    }

    private static boolean isEnvironment(String type, List<WrittenEnvironment> environments) {
        return environments.stream().anyMatch(each -> each.type().binary().equals(type));
    }

    private void checkPackages(WrittenEnvironment environment, List<WrittenEnvironment> environments) {
        String python = EnvironmentValues.python(environment, set);
        Seen<String> seen = new Seen<>();
        for (Written<String> type : environment.packages().items()) {
            Named named = byType.get(type.value());
            Optional<String> before = seen.put(type.value(), type.site());
            if (named == null) {
                List<String> known = byType.values().stream()
                        .map(each -> each.declaration().type().simple())
                        .toList();
                findings.add(
                        Mistake.UNDECLARED_DEPENDENCY,
                        type.site(),
                        type.value(),
                        isEnvironment(type.value(), environments)
                                ? "name what it has: an environment is no package"
                                : DependencyRules.hint(type.value(), known));
            } else if (before.isPresent()) {
                findings.add(Mistake.DUPLICATE_IN_RECIPE, type.site(), type.value(), before.get());
            } else if (PythonRules.isPython(python)
                    && !EnvironmentValues.pythons(named, set).contains(python)) {
                findings.add(
                        Mistake.NOT_ON_PYTHON,
                        type.site(),
                        Quoted.text(named.name()),
                        python,
                        Quoted.all(named.declaration().pythons().values()));
            } else {
                checkPlatforms(type, named);
            }
        }
    }

    /** An environment is there for every platform of the set, with what is there. */
    private void checkPlatforms(Written<String> type, Named named) {
        if (named.declaration() instanceof WrittenDeclaration.Wheel wheel
                && wheel.provider().value() != Provider.NIXPKGS
                && !wheel.platforms().items().isEmpty()
                && wheel.platforms().complete()
                && !wheel.isUniversal()) {
            String missing = set.platforms().stream()
                    .filter(platform -> byType.values().stream()
                            .noneMatch(other -> other.project().equals(named.project()) && isOn(other, platform)))
                    .map(Platform::name)
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                findings.add(Suspicion.NOT_ON_PLATFORM, type.site(), Quoted.text(named.name()), missing);
            }
        }
    }

    /** One project may be declared once for each platform. */
    private static boolean isOn(Named named, Platform platform) {
        return !(named.declaration() instanceof WrittenDeclaration.Wheel wheel)
                || wheel.platforms().items().isEmpty()
                || wheel.isUniversal()
                || wheel.platforms().values().contains(platform);
    }

    /** The shell has the programs of libraries, and their modules of Python. */
    private void checkPython(Written<String> library) {
        Matcher python = PYTHON.matcher(library.value());
        if (python.matches()) {
            findings.add(
                    Suspicion.SECOND_PYTHON,
                    library.site(),
                    Quoted.text(library.value()),
                    python.group(1) == null
                            ? "remove it: the environment has its Python"
                            : "remove it, and declare the project with @Wheel");
        }
    }

    private void checkVariables(WrittenList<WrittenEnvironment.Variable> variables) {
        Seen<String> seen = new Seen<>();
        for (WrittenEnvironment.Variable variable : variables.values()) {
            Written<String> name = variable.name();
            String text = name.value();
            if (!isVariable(text)) {
                bad(
                        name,
                        "expected letters, digits and underscores",
                        Hints.or(VariableHint.of(text), "write for instance \"DATA_HOME\""));
            } else if (text.equals("PYTHONHOME") || text.equals("PYTHONPATH")) {
                bad(name, "it would replace the packages of the environment", "name them in packages");
                continue;
            } else if (text.equals("LD_LIBRARY_PATH") || text.equals("DYLD_LIBRARY_PATH")) {
                bad(name, "it would hide the libraries of the environment", "name their packages in libraries");
                continue;
            } else if (text.equals("PATH")) {
                bad(name, "it would hide Python and the programs of the shell", "extend it in shellHook");
                continue;
            }
            Optional<String> before = seen.put(text, name.site());
            if (before.isPresent()) {
                bad(name, "it is set already by " + before.get(), "remove one");
            } else if (variable.value().value().indexOf('\0') >= 0) {
                bad(name, "its value has a character that ends it", "remove \\0 from the value");
            } else {
                SecretText.kind(text, variable.value().value())
                        .ifPresent(kind -> findings.add(
                                Suspicion.SECRET_VALUE, variable.value().site(), Quoted.text(text), kind));
            }
        }
    }

    private void bad(Written<String> name, String reason, String hint) {
        findings.add(Mistake.BAD_VARIABLE, name.site(), Quoted.text(name.value()), reason, hint);
    }

    private static boolean isVariable(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && !Character.isDigit(text.charAt(0))
                && text.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
    }
}
