package dev.zeus.wheels.python;

import java.util.List;
import java.util.Optional;

/** The total order of versions: epoch, release, pre, post, dev, local, in this order of weight. */
final class VersionOrder {
    private VersionOrder() {}

    static int compare(Version a, Version b) {
        int order = Digits.compare(a.parts().epoch(), b.parts().epoch());
        if (order == 0) {
            order = compareNumbers(a.significantRelease(), b.significantRelease());
        }
        if (order == 0) {
            order = comparePre(a.parts(), b.parts());
        }
        if (order == 0) {
            order = compareAbsentFirst(a.parts().post(), b.parts().post());
        }
        if (order == 0) {
            order = compareAbsentLast(a.parts().dev(), b.parts().dev());
        }
        return order == 0 ? compareLocal(a.parts().local(), b.parts().local()) : order;
    }

    private static int compareNumbers(List<String> a, List<String> b) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int order = Digits.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int comparePre(VersionParts a, VersionParts b) {
        int order = Integer.compare(preRank(a), preRank(b));
        if (order != 0 || a.pre().isEmpty()) {
            return order;
        }
        VersionParts.Pre left = a.pre().orElseThrow();
        VersionParts.Pre right = b.pre().orElseThrow();
        int letters = left.letter().compareTo(right.letter());
        return letters != 0 ? letters : Digits.compare(left.number(), right.number());
    }

    /** A bare development release comes before every pre-release, a final or post-release after them. */
    private static int preRank(VersionParts parts) {
        if (parts.pre().isPresent()) {
            return 0;
        }
        return parts.post().isEmpty() && parts.dev().isPresent() ? -1 : 1;
    }

    private static int compareAbsentFirst(Optional<String> a, Optional<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isPresent(), b.isPresent());
        }
        return Digits.compare(a.get(), b.get());
    }

    private static int compareAbsentLast(Optional<String> a, Optional<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(b.isPresent(), a.isPresent());
        }
        return Digits.compare(a.get(), b.get());
    }

    private static int compareLocal(List<String> a, List<String> b) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int order = compareSegment(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareSegment(String a, String b) {
        boolean aNumber = Digits.areAll(a);
        boolean bNumber = Digits.areAll(b);
        if (aNumber != bNumber) {
            return aNumber ? 1 : -1;
        }
        return aNumber ? Digits.compare(a, b) : a.compareTo(b);
    }
}
