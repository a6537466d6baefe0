package dev.zeus.wheels.processor;

/** What one pass over the annotations counts. */
final class ReadingState {
    private int sites;
    private boolean unreadable;

    int nextSite() {
        return sites++;
    }

    void unreadable() {
        unreadable = true;
    }

    boolean sawUnreadable() {
        return unreadable;
    }
}
