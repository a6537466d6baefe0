// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * Reads the parts of a version from a place in a text, one method a part, writing its normal form and its key.
 *
 * <p>Each part is taken whole or not at all, and a part once taken is never given back; the grammar of <a
 * href="https://peps.python.org/pep-0440/">PEP 440</a> needs no more, so reading is linear.
 */
final class VersionScanner {
    /** Enough for any version that was ever published, and little enough to compare thousands of hostile ones. */
    static final int MAX_LENGTH = 16_384;
    /** What may stand where reading stopped. */
    static final String END = "the end of the version, or a pre-, post-, dev or local part";

    private final String text;
    private final int end;
    private final VersionKey key = new VersionKey();
    private final StringBuilder normal;
    private int position;
    private int releaseSize;
    private int publicSize;
    private int baseEnd;
    private int publicEnd;
    private boolean pre;
    private boolean post;
    private boolean dev;

    VersionScanner(String text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
        this.normal = new StringBuilder(end - start + 8);
    }

    int position() {
        return position;
    }

    boolean at(char c) {
        return position < end && text.charAt(position) == c;
    }

    /** Reads {@code v}, epoch and release. */
    boolean base() {
        int start = position;
        if (at('v') || at('V')) {
            position++;
        }
        int digits = digits();
        if (digits == 0) {
            position = start;
            return false;
        }
        if (at('!') && position + 1 < end && Chars.isDigit(text.charAt(position + 1))) {
            if (key.addNumber(text, position - digits, position)) {
                number(position - digits, position);
                normal.append('!');
            }
            position++;
            digits = digits();
        } else {
            key.add(0);
        }
        int trimmed = key.size();
        if (key.addNumber(text, position - digits, position)) {
            trimmed = key.size();
        }
        number(position - digits, position);
        while (at('.') && position + 1 < end && Chars.isDigit(text.charAt(position + 1))) {
            position++;
            digits = digits();
            if (key.addNumber(text, position - digits, position)) {
                trimmed = key.size();
            }
            normal.append('.');
            number(position - digits, position);
        }
        key.shrink(trimmed);
        key.add(VersionKey.END);
        releaseSize = key.size();
        baseEnd = normal.length();
        return true;
    }

    /** Reads the pre-, post- and development release, each of which may be missing. */
    void suffixes() {
        if (!preRelease()) {
            // A development release of the final comes before its pre-releases.
            key.add(!postFollows() && developmentFollows() ? VersionKey.PRE_DEV : VersionKey.PRE_NONE);
        }
        if (!postRelease()) {
            key.add(VersionKey.NO_POST);
        }
        if (!development()) {
            key.add(VersionKey.NO_DEV);
        }
        publicSize = key.size();
        publicEnd = normal.length();
    }

    /** Reads the local version, if a valid one follows. */
    boolean local() {
        if (!at('+') || position + 1 >= end || !Chars.isAlphanumeric(text.charAt(position + 1))) {
            return false;
        }
        char joint = '+';
        do {
            position++;
            localSegment(joint);
            joint = '.';
        } while (position + 1 < end
                && Chars.isSeparator(text.charAt(position))
                && Chars.isAlphanumeric(text.charAt(position + 1)));
        return true;
    }

    Version version() {
        return Version.of(
                normal.toString(),
                key.toArray(),
                new Version.Shape(baseEnd, publicEnd, releaseSize, publicSize, pre, post, dev));
    }

    private void localSegment(char joint) {
        int start = position;
        boolean number = true;
        while (position < end && Chars.isAlphanumeric(text.charAt(position))) {
            number &= Chars.isDigit(text.charAt(position++));
        }
        normal.append(joint);
        if (number) {
            key.add(VersionKey.LOCAL_NUMBER);
            key.addNumber(text, start, position);
            number(start, position);
        } else {
            key.add(VersionKey.LOCAL_TEXT);
            int from = normal.length();
            for (int i = start; i < position; i++) {
                normal.append(Chars.lower(text.charAt(i)));
            }
            key.addText(normal, from, normal.length());
        }
    }

    private boolean preRelease() {
        int start = position;
        separator();
        long rank = preReleaseName();
        if (rank == VersionKey.PRE_NONE) {
            position = start;
            return false;
        }
        pre = true;
        normal.append(rank == 1 ? "a" : rank == 2 ? "b" : "rc");
        key.add(rank);
        numberOrZero();
        return true;
    }

    private long preReleaseName() {
        if (word("alpha") || word("a")) {
            return 1;
        }
        if (word("beta") || word("b")) {
            return 2;
        }
        return word("preview") || word("pre") || word("c") || word("rc") ? 3 : VersionKey.PRE_NONE;
    }

    private boolean postFollows() {
        int start = position;
        boolean found = dashNumber() || (separator() && postWord());
        position = start;
        return found;
    }

    private boolean postWord() {
        return word("post") || word("rev") || word("r");
    }

    private boolean dashNumber() {
        return at('-') && position + 1 < end && Chars.isDigit(text.charAt(position + 1));
    }

    private boolean postRelease() {
        int start = position;
        if (dashNumber()) {
            position++;
            post = true;
            normal.append(".post");
            numberHere();
            return true;
        }
        separator();
        if (postWord()) {
            post = true;
            normal.append(".post");
            numberOrZero();
            return true;
        }
        position = start;
        return false;
    }

    private boolean developmentFollows() {
        int start = position;
        separator();
        boolean found = word("dev");
        position = start;
        return found;
    }

    private boolean development() {
        int start = position;
        separator();
        if (!word("dev")) {
            position = start;
            return false;
        }
        dev = true;
        normal.append(".dev");
        numberOrZero();
        return true;
    }

    private void numberOrZero() {
        separator();
        if (position < end && Chars.isDigit(text.charAt(position))) {
            numberHere();
        } else {
            key.add(0);
            normal.append('0');
        }
    }

    private void numberHere() {
        int digits = digits();
        key.addNumber(text, position - digits, position);
        number(position - digits, position);
    }

    private int digits() {
        int start = position;
        while (position < end && Chars.isDigit(text.charAt(position))) {
            position++;
        }
        return position - start;
    }

    private void number(int start, int stop) {
        int first = start;
        while (first < stop - 1 && text.charAt(first) == '0') {
            first++;
        }
        normal.append(text, first, stop);
    }

    /** Steps over a separator, if there is one; always true. */
    private boolean separator() {
        if (position < end && Chars.isSeparator(text.charAt(position))) {
            position++;
        }
        return true;
    }

    private boolean word(String word) {
        if (position + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Chars.lower(text.charAt(position + i)) != word.charAt(i)) {
                return false;
            }
        }
        position += word.length();
        return true;
    }
}
