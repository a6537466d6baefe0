// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import java.util.List;

/** The way from a declaration to a package, as the end of a message and as an answer print it. */
public final class WayText {
    private WayText() {}

    /**
     * The way in a line: {@code needed by: app 1.0 -> idna 3.10, declared by com.acme.App (App.java:4)}.
     *
     * @param links the declared package, what it needs, and so on to the package
     * @param origin the declaration with its place
     */
    public static String line(List<String> links, String origin) {
        String by = "declared by " + origin;
        return links.size() == 1 ? by : "needed by: " + String.join(" -> ", links) + ", " + by;
    }
}
