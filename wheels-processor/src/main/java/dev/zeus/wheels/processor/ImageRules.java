// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold for the names that a container image has, by which other tools know it. */
final class ImageRules {
    /** What registries permit for the name of a repository. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_LABEL = 4_096;
    private static final Pattern COMPONENT = Pattern.compile("[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]+(?:[.-]+[a-z0-9]+)*(?::[0-9]{1,5})?");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+://(.+?)/*");
    /** The options by which servers are told where to listen. */
    private static final Pattern BOUND = Pattern.compile("(?:--host|--bind|-b|--listen|--address|--ip)(?:=(.+))?");

    private static final Pattern HOST_AND_PORT = Pattern.compile("\\S+");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:^|=)(?:127(?:\\.\\d+){3}|localhost|\\[?::1]?)(?::\\d+)?$");

    /** The next one is refused by systems whose ids are signed, and the last of all means "unchanged". */
    private static final int LAST_UID = 2_147_483_646;

    private final Findings findings;
    private final SeenInSet names = new SeenInSet();

    ImageRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenDeployment.Image image, String owner) {
        checkName(image.name(), owner);
        checkTag(image.tag());
        checkUser(image);
        Seen<String> labels = new Seen<>();
        image.labels().values().forEach(label -> checkLabel(label, labels));
        checkReach(image);
        Written<String> directory = image.workingDirectory();
        if (!directory.value().startsWith("/")
                || ("/" + directory.value() + "/").contains("/../")
                || directory.value().chars().anyMatch(c -> c < ' ')) {
            findings.add(DeploymentMistake.BAD_DIRECTORY, directory.site(), Quoted.text(directory.value()));
        }
    }

    /** What the arguments bind the application to is this container alone where it is the loopback address. */
    private void checkReach(WrittenDeployment.Image image) {
        if (image.ports().isEmpty()) {
            return;
        }
        List<WrittenPart.Application> run = image.applications().stream()
                .filter(application -> image.entrypoint().value().isEmpty()
                        || application.effectiveName().equals(image.entrypoint().value()))
                .toList();
        Stream<Written<String>> arguments = Stream.concat(
                run.size() == 1 ? run.get(0).arguments().items().stream() : Stream.empty(),
                image.arguments().items().stream());
        boolean bound = false;
        Optional<Written<String>> last = Optional.empty();
        for (Written<String> argument : arguments.toList()) {
            Matcher option = BOUND.matcher(argument.value());
            boolean here = bound ? HOST_AND_PORT.matcher(argument.value()).matches() : option.matches();
            if (here && (bound || option.group(1) != null)) {
                last = Optional.of(argument);
            }
            bound = !bound && option.matches() && option.group(1) == null;
        }
        last.filter(argument -> LOOPBACK.matcher(argument.value()).find())
                .ifPresent(argument ->
                        findings.add(Suspicion.LOOPBACK_ONLY, argument.site(), Quoted.text(argument.value())));
    }

    private void checkName(Written<String> name, String owner) {
        String text = name.value();
        int colon = text.indexOf(':', Math.max(text.lastIndexOf('/'), 0));
        Matcher address = ADDRESS.matcher(text);
        if (address.matches() && isRepository(address.group(1))) {
            badName(name, "it goes without a scheme", "write " + Quoted.text(address.group(1)));
        } else if (colon > 0) {
            badName(
                    name,
                    "it has a tag",
                    "write name = " + Quoted.text(text.substring(0, colon)) + " and tag = "
                            + Quoted.text(text.substring(colon + 1)));
        } else if (!isRepository(text)) {
            badName(
                    name,
                    "expected lower-case letters and digits, with \".\", \"_\" or \"-\" between them and \"/\" between parts",
                    "write for instance " + Quoted.text(plain(text, "acme/shop")));
        } else {
            String last = text.substring(text.lastIndexOf('/') + 1);
            names.put(last, name.site(), owner)
                    .ifPresent(before -> findings.add(
                            DeploymentMistake.NAME_TAKEN, name.site(), Quoted.text(last), "image", before));
        }
    }

    private static boolean isRepository(String text) {
        String[] parts = text.split("/", -1);
        boolean hasHost = parts.length > 1 && (parts[0].contains(".") || parts[0].contains(":"));
        for (int i = 0; i < parts.length; i++) {
            Pattern pattern = i == 0 && hasHost ? HOST : COMPONENT;
            if (!pattern.matcher(parts[i]).matches()) {
                return false;
            }
        }
        return text.length() <= LONGEST_NAME;
    }

    /** The text with what a name may not have made into hyphens, or another one where nothing is left. */
    static String plain(String text, String otherwise) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9/]+", "-")
                .replaceAll("-*/[-/]*", "/")
                .replaceAll("^[^a-z]+|[-/]+$", "");
        return plain.isEmpty() || plain.length() > LONGEST_NAME ? otherwise : plain;
    }

    private void badName(Written<String> name, String reason, String hint) {
        findings.add(DeploymentMistake.BAD_IMAGE_NAME, name.site(), Quoted.text(name.value()), reason, hint);
    }

    private void checkTag(Written<String> tag) {
        if (!tag.value().isEmpty() && !TAG.matcher(tag.value()).matches()) {
            findings.add(
                    DeploymentMistake.BAD_TAG,
                    tag.site(),
                    Quoted.text(tag.value()),
                    "expected up to 128 letters, digits, \".\", \"_\" and \"-\", not beginning with \".\" or \"-\"",
                    "write for instance " + Quoted.text(plainTag(tag.value())));
        }
    }

    private static String plainTag(String text) {
        String plain = text.strip().replaceFirst("^[:.-]+", "").replaceAll("[^A-Za-z0-9_.-]+", "-");
        return TAG.matcher(plain).matches() ? plain : "1.0";
    }

    private void checkUser(WrittenDeployment.Image image) {
        String name = image.user().value();
        int uid = image.uid().value();
        if (uid == 0 || name.equals("root")) {
            badUser(
                    uid == 0 ? image.uid().site() : image.user().site(),
                    uid == 0 ? "0" : Quoted.text(name),
                    "it may do everything",
                    "leave it out, or write another one");
        } else if (uid < 0 || uid > LAST_UID) {
            badUser(
                    image.uid().site(),
                    Integer.toString(uid),
                    "expected a number from 1 to " + LAST_UID,
                    "leave it out, or write for instance 1000");
        } else if (!USER.matcher(name).matches() || name.equals("nobody")) {
            badUser(
                    image.user().site(),
                    Quoted.text(name),
                    "expected lower-case letters, digits, \"_\" and \"-\", and a name that is not taken",
                    "write for instance \"app\"");
        }
    }

    private void badUser(Site site, String shown, String reason, String hint) {
        findings.add(DeploymentMistake.BAD_USER, site, shown, reason, hint);
    }

    private void checkLabel(WrittenDeployment.Label label, Seen<String> seen) {
        Written<String> name = label.name();
        if (!LABEL.matcher(name.value()).matches() || name.value().length() > LONGEST_NAME) {
            badLabel(
                    name,
                    "expected lower-case letters and digits, with \".\" or \"-\" between them",
                    "write for instance \"org.opencontainers.image.licenses\"");
        } else if (label.value().value().length() > LONGEST_LABEL
                || label.value().value().chars().anyMatch(c -> c < ' ')) {
            badLabel(name, "its value is no line of text", "shorten it to one line");
        } else if (SecretText.kind("", label.value().value()).isPresent()) {
            badLabel(name, "its value is a secret, which everybody can read", "remove it");
        } else {
            seen.put(name.value(), name.site())
                    .ifPresent(before -> badLabel(name, "it is there already at " + before, "remove one"));
        }
    }

    private void badLabel(Written<String> name, String reason, String hint) {
        findings.add(DeploymentMistake.BAD_LABEL, name.site(), Quoted.text(name.value()), reason, hint);
    }
}
