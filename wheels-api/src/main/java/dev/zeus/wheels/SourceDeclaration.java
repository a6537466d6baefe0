package dev.zeus.wheels;

/**
 * A named package index.
 *
 * @param name the name that {@code @Wheel(source = …)} refers to
 * @param url the root of the index's simple API, ending in a slash; of a flat one the page or the folder
 * @param format how it lists its files
 * @param requiresLogin whether it is never asked without a login
 */
public record SourceDeclaration(String name, String url, SourceFormat format, boolean requiresLogin) {
    /** A source that speaks the simple API to anybody. */
    public SourceDeclaration(String name, String url) {
        this(name, url, SourceFormat.SIMPLE, false);
    }
}
