package dev.zeus.wheels.core.event;

/**
 * What a code stands for, such as {@code new Meaning("E902", "The JVM ran out of memory", "Give Maven more with
 * -Xmx.")}.
 *
 * @param code the stable code; a number is never used again
 * @param title what is wrong, in a few words without a value
 * @param explanation what it means, and what mends it
 */
public record Meaning(String code, String title, String explanation) {}
