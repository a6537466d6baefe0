// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;

/** How a process lets go of the build that started it, to outlive it. */
public final class Detachment {
    /** What a terminal sends to all that was started from it: when Ctrl-C is pressed there, and when it is closed. */
    private static final List<String> OF_THE_TERMINAL = List.of("INT", "HUP");

    private Detachment() {}

    /**
     * Closes the standard streams, and has signals of the terminal pass by.
     *
     * @throws IOException where it cannot; the process must then end with the build
     */
    public static void detach() throws IOException {
        ignoreTerminal();
        new FileInputStream(FileDescriptor.in).close();
        new FileOutputStream(FileDescriptor.out).close();
        new FileOutputStream(FileDescriptor.err).close();
    }

    /** Not in the language's library, and by reflection since the compiler warns of it whatever it is told. */
    private static void ignoreTerminal() throws IOException {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ignoring = handler.getField("SIG_IGN").get(null);
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : OF_THE_TERMINAL) {
                handle.invoke(null, signal.getConstructor(String.class).newInstance(name), ignoring);
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }
}
