// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.processor.hint.FloorHint;
import dev.zeus.wheels.processor.hint.Suggestion;
import java.util.Locale;
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
    MUSL("musl", "1.2") {
        @Override
        Optional<Wrong> impossible(Platform platform, int major, int minor) {
            return major == 1 && minor >= 1
                    ? Optional.empty()
                    : Optional.of(new Wrong("no wheel is made for it", "expected 1.1 or newer, such as 1.2"));
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

    /** As of autumn 2026; a newer one is only warned of. */
    private static final int NEWEST_GLIBC = 44;

    private static final int NEWEST_MUSL = 2;

    private static final int NEWEST_MACOS = 27;
    private static final int LAST_OLD_MACOS = 15;
    private static final int FIRST_NEW_MACOS = 26;

    private final String title;
    private final String sample;

    Floor(String title, String sample) {
        this.title = title;
        this.sample = sample;
    }

    /** What is wrong with a floor, and the way out. */
    record Wrong(String reason, String hint) {}

    /** The kind that a platform's floor is of. */
    static Floor of(Platform platform) {
        return platform.isMusl() ? MUSL : platform.isLinux() ? GLIBC : MACOS;
    }

    abstract Optional<Wrong> impossible(Platform platform, int major, int minor);

    /** The name that people know. */
    String title() {
        return title;
    }

    /** The member of {@code @On} that holds it. */
    String member() {
        return title.toLowerCase(Locale.ROOT);
    }

    String example() {
        return member() + " = \"" + sample + "\"";
    }

    /** Checks a floor such as {@code 2.39}; empty where it is right. */
    Optional<Wrong> check(Platform platform, String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || !isNumber(text.substring(0, dot)) || !isNumber(text.substring(dot + 1))) {
            String reason = isNumber(text) ? "it needs two numbers" : "expected two numbers with a dot";
            return Optional.of(new Wrong(reason, Hints.or(meant(platform, text), "write for instance " + example())));
        }
        return impossible(platform, number(text, 0, dot), number(text, dot + 1, text.length()))
                .map(wrong -> new Wrong(wrong.reason(), Hints.or(meant(platform, text), wrong.hint())));
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text.substring(start, end));
    }

    /** What a wrong floor probably means, of those that are known. */
    private Optional<Suggestion> meant(Platform platform, String text) {
        return switch (this) {
            case GLIBC -> FloorHint.ofGlibc(text, floor -> isKnown(platform, floor));
            case MUSL -> FloorHint.ofMusl(text, floor -> isKnown(platform, floor));
            case MACOS -> FloorHint.ofMacos(text, floor -> isKnown(platform, floor));
        };
    }

    private boolean isKnown(Platform platform, String floor) {
        int dot = floor.indexOf('.');
        int major = number(floor, 0, dot);
        int minor = number(floor, dot + 1, floor.length());
        return impossible(platform, major, minor).isEmpty() && newer(floor).isEmpty();
    }

    /** The newest that is known, where a possible floor is newer or none. */
    Optional<String> newer(String text) {
        int dot = text.indexOf('.');
        int major = number(text, 0, dot);
        int minor = number(text, dot + 1, text.length());
        boolean gap = this == MACOS && major > LAST_OLD_MACOS && major < FIRST_NEW_MACOS;
        boolean known =
                switch (this) {
                    case GLIBC -> minor <= NEWEST_GLIBC;
                    case MUSL -> minor <= NEWEST_MUSL;
                    case MACOS -> major <= NEWEST_MACOS && !gap;
                };
        if (known) {
            return Optional.empty();
        }
        return Optional.of(
                gap
                        ? "after macOS " + LAST_OLD_MACOS + " comes macOS " + FIRST_NEW_MACOS
                        : "the newest known is " + newest());
    }

    private String newest() {
        return switch (this) {
            case GLIBC -> "2." + NEWEST_GLIBC;
            case MUSL -> "1." + NEWEST_MUSL;
            case MACOS -> NEWEST_MACOS + ".0";
        };
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 3
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
    }
}
