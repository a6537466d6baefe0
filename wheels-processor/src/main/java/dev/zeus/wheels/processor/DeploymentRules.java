package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.processor.hint.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What must hold for the images, services and homes of all environments of a set. */
final class DeploymentRules {
    private static final int LONGEST_ARGUMENT = 10_000;
    private static final int LAST_PORT = 65_535;
    private static final String PORT = "{port}";
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern CREDENTIAL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}");

    private final Findings findings;
    private final WrittenSet set;
    private final Consumer<WrittenList<WrittenEnvironment.Variable>> variables;
    private final ImageRules images;
    private final Seen<String> services = new Seen<>();
    private final Seen<String> homes = new Seen<>();

    /** @param variables what must hold for variables */
    DeploymentRules(Findings findings, WrittenSet set, Consumer<WrittenList<WrittenEnvironment.Variable>> variables) {
        this.findings = findings;
        this.set = set;
        this.variables = variables;
        this.images = new ImageRules(findings);
    }

    void check(WrittenDeployment deployment) {
        if (deployment instanceof WrittenDeployment.Image image) {
            checkLinux("an image", image.site());
            checkApplication(image.entrypoint(), image);
            checkArguments(image.arguments());
            variables.accept(image.variables());
            Seen<Integer> ports = new Seen<>();
            for (Written<Integer> port : image.ports().items()) {
                checkPort(port);
                ports.put(port.value(), port.site())
                        .ifPresent(before -> badPort(port, "it is listed already at " + before, "remove one"));
            }
            images.check(image);
        } else if (deployment instanceof WrittenDeployment.Service service) {
            check(service);
        } else if (deployment instanceof WrittenDeployment.Home home) {
            checkModuleName(home.name(), home.site(), home.name().value(), "a module for home-manager", homes);
            home.installed().items().forEach(application -> checkApplication(application, home));
            if (home.installed().isEmpty() && home.applications().isEmpty()) {
                noApplication(home);
            }
        }
    }

    private void check(WrittenDeployment.Service service) {
        checkLinux("a service of NixOS", service.site());
        checkApplication(service.application(), service);
        if (!service.effectiveName().isEmpty()) {
            checkModuleName(service.name(), service.site(), service.effectiveName(), "a service", services);
        }
        checkText(service.description());
        checkArguments(service.arguments());
        variables.accept(service.variables());
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
            checkPort(service.port());
            if (place.isEmpty()) {
                findings.add(
                        DeploymentMistake.UNTOLD_PORT,
                        service.port().site(),
                        service.port().value());
            }
        }
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
                    Hints.near(
                            DidYouMean.among(names, named.value()),
                            "declare it with applications = @Application(name = " + Quoted.text(named.value())
                                    + ", commands = …)"));
        }
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

    private void checkModuleName(Written<String> name, Site otherwise, String text, String what, Seen<String> seen) {
        Site site = name.given() ? name.site() : otherwise;
        if (!MODULE.matcher(text).matches()) {
            findings.add(
                    DeploymentMistake.BAD_MODULE_NAME,
                    site,
                    Quoted.text(text),
                    what,
                    "write for instance name = " + Quoted.text(ImageRules.plain(text, "shop")));
        } else {
            seen.put(text, site)
                    .ifPresent(before -> findings.add(
                            DeploymentMistake.NAME_TAKEN,
                            site,
                            Quoted.text(text),
                            what.substring(what.indexOf(' ') + 1)));
        }
    }

    private void checkPort(Written<Integer> port) {
        if (port.value() < 1 || port.value() > LAST_PORT) {
            badPort(port, "expected a number from 1 to " + LAST_PORT, "write for instance 8000");
        }
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

    private void checkArguments(WrittenList<String> arguments) {
        for (Written<String> argument : arguments.items()) {
            checkText(argument);
            SecretText.kind("", argument.value())
                    .ifPresent(
                            kind -> findings.add(
                                    DeploymentMistake.BAD_DEPLOYED_TEXT,
                                    argument.site(),
                                    "an argument",
                                    "it is " + kind + ", and everybody can read the generated files",
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
