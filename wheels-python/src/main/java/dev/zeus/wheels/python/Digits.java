package dev.zeus.wheels.python;

/** Whole numbers of any length as their decimal digits, which is all that versions need of numbers. */
final class Digits {
    private Digits() {}

    /** Without leading zeros; {@code 0} for none at all. */
    static String canonical(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.isEmpty() ? "0" : digits.substring(start);
    }

    /** Compares two canonical numbers. */
    static int compare(String a, String b) {
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    static boolean areAll(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
