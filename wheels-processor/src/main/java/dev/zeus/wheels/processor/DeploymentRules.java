// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.NearName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold for the images, services and homes of all environments of a set. */
final class DeploymentRules {
    /** Linux permits 128 KiB for one argument or variable (MAX_ARG_STRLEN). */
    private static final int LONGEST_ARGUMENT = 10_000;

    private static final String PORT = ArgumentRules.PORT;
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    /** A word in braces, of which {@code {port}} is the only one that stands for something. */
    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z]{2,10})}");

    private static final Pattern NUMBER = Pattern.compile("((?:.*[:=])?)[1-9]\\d{1,4}");
    private static final Pattern CREDENTIAL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}");

    private final Findings findings;
    private final WrittenSet set;
    private final Consumer<WrittenList<WrittenEnvironment.Variable>> variables;
    private final ImageRules images;
    private final HomeRules homeRules;
    private final SeenInSet services = new SeenInSet();
    private final SeenInSet homes = new SeenInSet();

    /** @param variables what must hold for variables */
    DeploymentRules(Findings findings, WrittenSet set, Consumer<WrittenList<WrittenEnvironment.Variable>> variables) {
        this.findings = findings;
        this.set = set;
        this.variables = variables;
        this.images = new ImageRules(findings);
        this.homeRules = new HomeRules(findings);
    }

    /** @param owner the environment's type */
    void check(WrittenDeployment deployment, String owner) {
        if (deployment instanceof WrittenDeployment.Image image) {
            checkLinux("an image", image.site());
            checkApplication(image.entrypoint(), image);
            checkArguments(image.arguments(), "write the port, as in ports: only services have a {port}");
            checkValues(image.variables(), "write the port: only services have a {port}");
            variables.accept(image.variables());
            Seen<Integer> ports = new Seen<>();
            for (Written<Integer> port : image.ports().items()) {
                checkPort(port);
                ports.put(port.value(), port.site())
                        .ifPresent(before -> badPort(port, "it is listed already at " + before, "remove one"));
            }
            images.check(image, owner);
        } else if (deployment instanceof WrittenDeployment.Service service) {
            check(service, owner);
        } else if (deployment instanceof WrittenDeployment.Home home) {
            checkModuleName(home.name(), home.site(), home.name().value(), ModuleNames.HOME_MANAGER, homes, owner);
            homeRules.check(home);
            home.installed().items().forEach(application -> checkApplication(application, home));
            if (home.installed().isEmpty() && home.applications().isEmpty()) {
                noApplication(home);
            }
        }
    }

    private void check(WrittenDeployment.Service service, String owner) {
        checkLinux("a service of NixOS", service.site());
        checkApplication(service.application(), service);
        boolean named = !service.name().value().isEmpty()
                || WrittenDeployment.names(service.applications()).contains(service.effectiveName());
        if (named) {
            checkModuleName(
                    service.name(), service.site(), service.effectiveName(), ModuleNames.NIXOS, services, owner);
        }
        checkText(service.description());
        if (service.description().value().endsWith("\\")) {
            findings.add(
                    DeploymentMistake.BAD_DEPLOYED_TEXT,
                    service.description().site(),
                    Quoted.text(service.description().value()),
                    "to systemd a line that ends with \"\\\" goes on in the next one",
                    "end it with another character");
        }
        checkArguments(service.arguments(), "");
        checkValues(service.variables(), "");
        variables.accept(service.variables());
        service.variables().values().stream()
                .map(WrittenEnvironment.Variable::name)
                .filter(name -> name.value().equals("CREDENTIALS_DIRECTORY"))
                .forEach(name -> findings.add(
                        Mistake.BAD_VARIABLE,
                        name.site(),
                        Quoted.text(name.value()),
                        "systemd sets it, for the credentials",
                        "remove it; what the service is given is named in credentials"));
        Seen<String> credentials = new Seen<>();
        service.credentials().items().forEach(credential -> checkCredential(credential, credentials));
        Optional<Written<String>> place = service.arguments().items().stream()
                .filter(argument -> argument.value().contains(PORT))
                .findFirst()
                .or(() -> service.variables().values().stream()
                        .map(WrittenEnvironment.Variable::value)
                        .filter(value -> value.value().contains(PORT))
                        .findFirst());
        if (service.port().value() == 0) {
            place.ifPresent(found -> findings.add(DeploymentMistake.NO_PORT, found.site(), Quoted.text(found.value())));
        } else {
            if (checkPort(service.port()) && place.isEmpty()) {
                findings.add(
                        DeploymentMistake.UNTOLD_PORT,
                        service.port().site(),
                        service.port().value(),
                        portHint(service));
            }
        }
    }

    /** Where the port probably stands: as another word in braces, or as a number. */
    private static String portHint(WrittenDeployment.Service service) {
        for (Written<String> argument : service.arguments().items()) {
            String value = argument.value();
            Matcher word = WORD.matcher(value);
            boolean near = word.find()
                    && NearName.among(List.of("port"), word.group(1)).isPresent();
            Matcher number = NUMBER.matcher(value);
            if (near || number.matches()) {
                String meant = near
                        ? value.substring(0, word.start()) + PORT + value.substring(word.end())
                        : number.group(1) + PORT;
                return "write " + Quoted.text(meant) + " at " + argument.site().path() + ", if that is the port";
            }
        }
        return "write \"{port}\" where it takes it, such as arguments = {\"--port\", \"{port}\"}";
    }

    private void checkValues(WrittenList<WrittenEnvironment.Variable> values, String portHint) {
        values.values()
                .forEach(variable ->
                        new ArgumentRules(findings).checkText(variable.value(), "write the value itself", portHint));
    }

    private void checkLinux(String what, Site site) {
        if (!set.platforms().isEmpty() && set.platforms().stream().noneMatch(Platform::isLinux)) {
            findings.add(DeploymentMistake.NO_LINUX, site, what);
        }
    }

    private void checkApplication(Written<String> named, WrittenDeployment of) {
        List<String> names = WrittenDeployment.names(of.applications());
        if (named.value().isEmpty()) {
            if (names.size() != 1) {
                noApplication(of);
            }
        } else if (!names.contains(named.value())) {
            findings.add(
                    DeploymentMistake.UNKNOWN_APPLICATION,
                    named.site(),
                    Quoted.text(named.value()),
                    names.isEmpty() ? "none" : Quoted.all(names),
                    hint(named.value(), of.applications()));
        }
    }

    /** The application that is meant: by its name, as a path has it, or by one of its commands. */
    private static String hint(String written, List<WrittenPart.Application> applications) {
        List<String> names = WrittenDeployment.names(applications);
        String program = written.strip().substring(written.strip().lastIndexOf('/') + 1);
        Optional<String> meant = names.stream()
                .filter(program::equals)
                .findFirst()
                .or(() -> applications.stream()
                        .filter(application -> application.commands().values().contains(program))
                        .map(WrittenPart.Application::effectiveName)
                        .findFirst())
                .or(() -> NearName.among(names, program));
        return Hints.near(
                meant,
                PartNames.isName(program)
                        ? "declare it with applications = @Application(name = " + Quoted.text(program)
                                + ", commands = …)"
                        : "name an application of the environment");
    }

    private void noApplication(WrittenDeployment of) {
        List<String> names = WrittenDeployment.names(of.applications());
        findings.add(
                DeploymentMistake.NO_APPLICATION,
                of.site(),
                names.isEmpty() ? "none" : Quoted.all(names),
                names.isEmpty()
                        ? "declare one with applications = @Application(commands = …)"
                        : (of instanceof WrittenDeployment.Image ? "entrypoint" : "application") + " = "
                                + Quoted.text(names.get(0)) + " is the first of them");
    }

    private void checkModuleName(
            Written<String> name, Site otherwise, String text, ModuleNames names, SeenInSet seen, String owner) {
        Site site = name.given() ? name.site() : otherwise;
        String what = names.title();
        if (!MODULE.matcher(text).matches()) {
            findings.add(
                    DeploymentMistake.BAD_MODULE_NAME,
                    site,
                    Quoted.text(text),
                    what,
                    "write for instance name = " + Quoted.text(ImageRules.plain(text, "shop")));
        } else {
            seen.put(text, site, owner)
                    .ifPresent(before -> findings.add(
                            DeploymentMistake.NAME_TAKEN,
                            site,
                            Quoted.text(text),
                            what.substring(what.indexOf(' ') + 1),
                            before));
            if (names.has(text)) {
                findings.add(
                        Suspicion.MODULE_IS_THERE,
                        site,
                        names.system(),
                        Quoted.text(names.option(text)),
                        "write for instance name = " + Quoted.text("my-" + text));
            }
        }
    }

    private boolean checkPort(Written<Integer> port) {
        boolean possible = port.value() >= 1 && port.value() <= Ports.LAST;
        if (!possible) {
            badPort(port, "expected a number from 1 to " + Ports.LAST, "write for instance 8000");
        }
        return possible;
    }

    private void badPort(Written<Integer> port, String reason, String hint) {
        findings.add(DeploymentMistake.BAD_PORT, port.site(), port.value(), reason, hint);
    }

    private void checkCredential(Written<String> credential, Seen<String> seen) {
        String text = credential.value();
        if (!CREDENTIAL.matcher(text).matches()) {
            bad(
                    credential,
                    "expected the name of a file: letters, digits, \".\", \"_\" and \"-\"",
                    SecretText.kind("", text).isPresent()
                            ? "name it, such as \"api-key\"; who enables the service says where the secret is"
                            : "write for instance \"api-key\"");
        } else if (SecretText.kind("", text).isPresent()) {
            bad(
                    credential,
                    "it is the secret itself",
                    "name it, such as \"api-key\"; who enables the service says where the secret is");
        } else {
            seen.put(text, credential.site())
                    .ifPresent(before -> bad(credential, "it is named already at " + before, "remove one"));
        }
    }

    private void bad(Written<String> credential, String reason, String hint) {
        findings.add(
                DeploymentMistake.BAD_CREDENTIAL, credential.site(), Quoted.text(credential.value()), reason, hint);
    }

    private void checkArguments(WrittenList<String> arguments, String portHint) {
        new ArgumentRules(findings).check(arguments, portHint);
        for (Written<String> argument : arguments.items()) {
            checkText(argument);
            SecretText.within(argument.value())
                    .ifPresent(
                            kind -> findings.add(
                                    DeploymentMistake.BAD_DEPLOYED_TEXT,
                                    argument.site(),
                                    "an argument",
                                    "it is " + kind + ", and everyone can read the generated files",
                                    "let the application read it from a credential of a service or a variable that is set where it runs"));
        }
    }

    private void checkText(Written<String> text) {
        if (text.value().length() > LONGEST_ARGUMENT) {
            findings.add(
                    DeploymentMistake.BAD_DEPLOYED_TEXT,
                    text.site(),
                    "a text of " + text.value().length() + " characters",
                    "expected at most " + LONGEST_ARGUMENT,
                    "write it into a file, and name that");
        } else if (text.value().chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            findings.add(
                    DeploymentMistake.BAD_DEPLOYED_TEXT,
                    text.site(),
                    Quoted.text(text.value()),
                    "it has control characters",
                    "write it in one line");
        }
    }
}
