package dev.zeus.wheels.core.text;

/** Numbers of things in sentences: {@code Counted.of(1, "source")} is {@code 1 source}, of two {@code 2 sources}. */
public final class Counted {
    private Counted() {}

    /** A number with its noun; {@code …y} becomes {@code …ies}. */
    public static String of(long number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        return number + " " + (noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
    }
}
