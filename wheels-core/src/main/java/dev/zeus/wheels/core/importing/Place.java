package dev.zeus.wheels.core.importing;

/**
 * Where something stands.
 *
 * @param file the name of the file
 * @param line counted from one
 */
record Place(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
