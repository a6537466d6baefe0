// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Optional;

/** A path below some directory, in characters that paths in Nix may have: {@code patches/einops.patch}. */
final class ProjectPath {
    private static final int LONGEST = 200;

    private ProjectPath() {}

    /** What is wrong with a text as such a path; empty where nothing is. */
    static Optional<String> wrong(String text) {
        if (text.isEmpty()) {
            return Optional.of("it is empty");
        } else if (text.length() > LONGEST) {
            return Optional.of("it has more than " + LONGEST + " characters");
        } else if (text.startsWith("/")) {
            return Optional.of("it begins with \"/\"");
        }
        for (String step : text.split("/", -1)) {
            if (step.isEmpty() || step.equals(".") || step.equals("..")) {
                return Optional.of("it has the step " + Quoted.text(step));
            }
        }
        boolean plain = text.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || "/._+-".indexOf(c) >= 0);
        return plain
                ? Optional.empty()
                : Optional.of("a path may have letters, digits, \"/\", \".\", \"_\", \"+\" and \"-\" only");
    }
}
