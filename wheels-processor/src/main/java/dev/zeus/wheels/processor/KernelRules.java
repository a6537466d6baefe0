// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must hold for the kernels of all environments of a set: Jupyter knows them by name alone. */
final class KernelRules {
    private static final int LONGEST = 100;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private final Findings findings;
    private final SeenInSet names = new SeenInSet();

    KernelRules(Findings findings) {
        this.findings = findings;
    }

    /** @param owner the environment's type */
    void check(List<WrittenPart.Kernel> kernels, String owner) {
        kernels.forEach(kernel -> check(kernel, owner));
    }

    private void check(WrittenPart.Kernel kernel, String owner) {
        String name = kernel.name().value();
        String lower = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            bad(
                    kernel.name(),
                    "expected lower-case letters, digits, \".\", \"_\" and \"-\"",
                    NAME.matcher(lower).matches()
                            ? "did you mean " + Quoted.text(lower) + "? People see displayName"
                            : "write for instance name = \"research\"");
        } else {
            names.put(name, kernel.name().site(), owner)
                    .ifPresent(before -> bad(kernel.name(), before + " has it", "give it another name"));
        }
        String shown = kernel.displayName().value();
        if (shown.length() > LONGEST || shown.chars().anyMatch(c -> c < ' ' || c == '\'')) {
            bad(kernel.displayName(), "expected one short line without \"'\"", "write for instance \"Research\"");
        }
    }

    private void bad(Written<String> text, String reason, String hint) {
        findings.add(PartMistake.BAD_KERNEL, text.site(), Quoted.text(text.value()), reason, hint);
    }
}
