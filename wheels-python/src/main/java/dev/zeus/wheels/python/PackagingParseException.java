package dev.zeus.wheels.python;

/** A text that does not follow its packaging standard, with the position where it stops to. */
public final class PackagingParseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final String input;
    private final int position;
    private final String expected;

    /**
     * @param input the whole text
     * @param position the index of the first character that does not fit
     * @param expected what would fit there
     */
    public PackagingParseException(String input, int position, String expected) {
        super("\"" + shortened(input) + "\": expected " + expected + " at position " + position);
        this.input = input;
        this.position = position;
        this.expected = expected;
    }

    private static String shortened(String input) {
        return input.length() <= SHOWN ? input : input.substring(0, SHOWN) + "…";
    }

    public String input() {
        return input;
    }

    public int position() {
        return position;
    }

    public String expected() {
        return expected;
    }
}
