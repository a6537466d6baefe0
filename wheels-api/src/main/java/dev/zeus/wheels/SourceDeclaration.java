package dev.zeus.wheels;

/**
 * A named package index.
 *
 * @param name the name that {@code @Wheel(source = …)} refers to
 * @param url the root of the index's simple API, ending in a slash; of a flat one the page or the folder
 * @param format how it lists its files
 */
public record SourceDeclaration(String name, String url, SourceFormat format) {
    /** A source that speaks the simple API. */
    public SourceDeclaration(String name, String url) {
        this(name, url, SourceFormat.SIMPLE);
    }
}
