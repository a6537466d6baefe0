package dev.zeus.wheels.python;

import java.util.List;
import java.util.Optional;

/**
 * A version taken apart, each number as its canonical digits.
 *
 * @param epoch the epoch
 * @param release the release numbers, at least one
 * @param pre the pre-release, if any
 * @param post the post-release number, if any
 * @param dev the development release number, if any
 * @param local the local segments, lower case; empty for none
 */
record VersionParts(
        String epoch,
        List<String> release,
        Optional<Pre> pre,
        Optional<String> post,
        Optional<String> dev,
        List<String> local) {

    /** A pre-release: {@code a}, {@code b} or {@code rc} with its number. */
    record Pre(String letter, String number) {}

    static VersionParts ofRelease(String epoch, List<String> release) {
        return new VersionParts(epoch, release, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    VersionParts withLocal(List<String> other) {
        return new VersionParts(epoch, release, pre, post, dev, other);
    }

    VersionParts withDev(String number) {
        return new VersionParts(epoch, release, pre, post, Optional.of(number), List.of());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!epoch.equals("0")) {
            text.append(epoch).append('!');
        }
        text.append(String.join(".", release));
        pre.ifPresent(value -> text.append(value.letter()).append(value.number()));
        post.ifPresent(number -> text.append(".post").append(number));
        dev.ifPresent(number -> text.append(".dev").append(number));
        if (!local.isEmpty()) {
            text.append('+').append(String.join(".", local));
        }
        return text.toString();
    }
}
