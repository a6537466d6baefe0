package dev.zeus.wheels.core.answer;

import java.util.Random;

/** A lock of many packages that need one another as those of real sets do: many need a few, and some need many. */
public final class LargeLock {
    private LargeLock() {}

    /** A graph of so many packages, every twentieth of which is declared. */
    public static LockGraph graph(int packages) {
        return of(packages).graph();
    }

    static AskedLock of(int packages) {
        Random random = new Random(packages);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < packages; i++) {
            text.append(i % 20 == 0 ? "*" : "")
                    .append("package-")
                    .append(i)
                    .append(" 1.")
                    .append(i % 7);
            int below = packages - i - 1;
            String between = ": ";
            for (int k = 0; below > 0 && k < 1 + i % 4; k++) {
                int step = 1 + (int) (below * Math.pow(random.nextDouble(), 3));
                text.append(between).append("package-").append(Math.min(packages - 1, i + step));
                between = ", ";
            }
            text.append('\n');
        }
        return AskedLock.of(text.toString());
    }
}
