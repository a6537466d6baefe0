package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import java.util.Optional;

/** The kind of version that says how old a platform may be. */
enum Floor {
    GLIBC("glibc", "2.39") {
        @Override
        Optional<Wrong> impossible(Platform platform, int major, int minor) {
            // Both numbers are those of the first manylinux tags that pip knows for the processor.
            int oldest = platform == Platform.AARCH64_LINUX ? 17 : 5;
            return major == 2 && minor >= oldest
                    ? Optional.empty()
                    : Optional.of(
                            new Wrong("no wheel is made for it", "expected 2." + oldest + " or newer, such as 2.39"));
        }
    },
    MACOS("macOS", "14.0") {
        @Override
        Optional<Wrong> impossible(Platform platform, int major, int minor) {
            boolean arm = platform == Platform.AARCH64_DARWIN;
            boolean possible = major >= 11 || (!arm && major == 10 && minor >= 4);
            return possible
                    ? Optional.empty()
                    : Optional.of(new Wrong(
                            "no wheel is made for it",
                            "expected " + (arm ? "11.0" : "10.4") + " or newer, such as 14.0"));
        }
    };

    private final String title;
    private final String sample;

    Floor(String title, String sample) {
        this.title = title;
        this.sample = sample;
    }

    /** What is wrong with a floor, and the way out. */
    record Wrong(String reason, String hint) {}

    abstract Optional<Wrong> impossible(Platform platform, int major, int minor);

    /** The name that people know. */
    String title() {
        return title;
    }

    /** The member of {@code @On} that holds it. */
    String member() {
        return this == GLIBC ? "glibc" : "macos";
    }

    String example() {
        return member() + " = \"" + sample + "\"";
    }

    /** Checks a floor such as {@code 2.39}; empty where it is right. */
    Optional<Wrong> check(Platform platform, String text) {
        int dot = text.indexOf('.');
        if (isNumber(text)) {
            return Optional.of(new Wrong(
                    "it needs two numbers",
                    "did you mean " + Quoted.text(this == GLIBC ? "2." + text : text + ".0") + "?"));
        }
        if (dot < 0 || !isNumber(text.substring(0, dot)) || !isNumber(text.substring(dot + 1))) {
            return Optional.of(new Wrong("expected two numbers with a dot", "write for instance " + example()));
        }
        return impossible(
                platform, Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 3
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
    }
}
