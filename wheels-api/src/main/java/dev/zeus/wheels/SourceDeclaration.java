// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * A named package index.
 *
 * @param name the name that {@code @Wheel(source = …)} refers to
 * @param url the root of the index's simple API, ending in a slash; of a flat one the page or the folder
 * @param format how it lists its files
 * @param requiresLogin whether it is never asked without a login
 * @param files where its files are, beside the index's own host; none where its pages say so
 */
public record SourceDeclaration(
        String name, String url, SourceFormat format, boolean requiresLogin, List<String> files) {
    /**
     * Copies the list.
     *
     * @param name the name that {@code @Wheel(source = …)} refers to
     * @param url the root of the index's simple API, ending in a slash; of a flat one the page or the folder
     * @param format how it lists its files
     * @param requiresLogin whether it is never asked without a login
     * @param files where its files are, beside the index's own host; none where its pages say so
     */
    public SourceDeclaration {
        files = List.copyOf(files);
    }

    /**
     * A source whose pages say where its files are.
     *
     * @param name the name that {@code @Wheel(source = …)} refers to
     * @param url the root of the index's simple API, ending in a slash; of a flat one the page or the folder
     * @param format how it lists its files
     * @param requiresLogin whether it is never asked without a login
     */
    public SourceDeclaration(String name, String url, SourceFormat format, boolean requiresLogin) {
        this(name, url, format, requiresLogin, List.of());
    }

    /**
     * A source with the simple API that needs no login.
     *
     * @param name the name that {@code @Wheel(source = …)} refers to
     * @param url the root of the index's simple API, ending in a slash; of a flat one the page or the folder
     */
    public SourceDeclaration(String name, String url) {
        this(name, url, SourceFormat.SIMPLE, false);
    }
}
