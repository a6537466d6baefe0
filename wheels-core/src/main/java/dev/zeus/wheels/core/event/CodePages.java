// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.event;

import java.util.Locale;

/**
 * Where the page of a code is: {@code …/docs/codes.md#l201}, and {@code …/docs/problems.md#v101} for the compiler's.
 */
public final class CodePages {
    /** The {@code <url>} of the project's pom, which a test holds it to. */
    public static final String PROJECT = "https://github.com/zeus-wheels/zeus-wheels";

    private static final String DOCS = PROJECT + "/blob/main/docs/";

    /** The page that lists all codes. */
    public static final String INDEX = DOCS + "codes.md";

    private CodePages() {}

    /** The address of a code's part of its page. */
    public static String address(String code) {
        return (code.startsWith("V") ? DOCS + "problems.md" : INDEX) + "#" + code.toLowerCase(Locale.ROOT);
    }
}
