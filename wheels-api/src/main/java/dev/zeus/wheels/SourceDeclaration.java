package dev.zeus.wheels;

/**
 * A named package index.
 *
 * @param name the name that {@code @Wheel(source = …)} refers to
 * @param url the root of the index's simple API, ending in a slash
 */
public record SourceDeclaration(String name, String url) {}
