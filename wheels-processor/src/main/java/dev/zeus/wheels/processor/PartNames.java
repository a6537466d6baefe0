// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of parts, which are attributes of Nix and names of files: no two of a kind are one. */
final class PartNames {
    private static final int LONGEST = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._+-]*");

    private final Findings findings;
    private final SeenInSet names = new SeenInSet();

    PartNames(Findings findings) {
        this.findings = findings;
    }

    /**
     * Checks a name.
     *
     * @param written the member, which may be left out
     * @param effective the name that results
     * @param part the annotation
     * @param kind such as {@code an application}
     * @param owner the environment's type
     * @param taken why a valid name is not available; empty if it is
     */
    void check(
            Written<String> written, String effective, Site part, String kind, String owner, Optional<String> taken) {
        Site site = written.given() ? written.site() : part;
        if (!isName(effective)) {
            findings.add(
                    PartMistake.BAD_PART_NAME,
                    site,
                    Quoted.text(effective),
                    "write for instance name = " + Quoted.text(plain(effective)),
                    kind);
            return;
        }
        taken.or(() -> names.put(effective, site, owner).map(before -> before + " has it"))
                .ifPresent(reason -> findings.add(
                        PartMistake.PART_NAME_TAKEN,
                        site,
                        Quoted.text(effective),
                        reason,
                        "give it another name with name = \"…\""));
    }

    /** Whether a part may have this name. */
    static boolean isName(String text) {
        return text.length() <= LONGEST && NAME.matcher(text).matches();
    }

    /** The text with what a name may not have made into hyphens, or another one where nothing is left. */
    private static String plain(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9._+-]+", "-").replaceAll("^[^A-Za-z]+|[-.]+$", "");
        return plain.isEmpty() || plain.length() > LONGEST ? "web" : plain;
    }
}
