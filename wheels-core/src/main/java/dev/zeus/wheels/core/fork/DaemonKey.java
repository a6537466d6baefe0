// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import dev.zeus.wheels.core.disk.FileState;
import dev.zeus.wheels.core.wheel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;

/**
 * What two runs must have in common to take place in one JVM, as a digest: all that a JVM is given when it starts, or
 * reads once and keeps.
 *
 * <p>That is its program and its classes, its flags, variables and properties with the files that these name (such as a
 * trust store), the JDK's own settings, locale and time zone, and as whom it makes files.
 *
 * @param hex the digest, as long as a name of a socket may be
 * @param classPath the state of the files that its classes come from
 */
record DaemonKey(String hex, List<FileState> classPath) {
    /** 64 bits: nobody else can choose what is digested. */
    static final int LENGTH = 16;

    private static final List<String> OF_THE_JDK = List.of(
            "lib/modules",
            "lib/security/cacerts",
            "lib/security/jssecacerts",
            "conf/security/java.security",
            "conf/net.properties");

    /**
     * The key of a run.
     *
     * @param properties which the JVM is given
     * @param locale of its messages
     * @throws IOException where a file of it cannot be read
     */
    static DaemonKey of(ChildCommand command, SortedMap<String, String> properties, String locale, FileMaker maker)
            throws IOException {
        StringBuilder text = new StringBuilder();
        command.words().forEach(word -> text.append(word).append('\0'));
        List<FileState> classPath = new ArrayList<>();
        for (Path each : command.classPath()) {
            classPath.add(FileState.of(each));
        }
        classPath.forEach(each -> text.append(each.text()).append('\0'));
        Path home = Path.of(System.getProperty("java.home", ""));
        for (String name : ClassArchive.OF_THE_JVM) {
            text.append(System.getProperty(name, "")).append('\0');
        }
        for (String file : OF_THE_JDK) {
            text.append(state(home.resolve(file))).append('\0');
        }
        for (Map.Entry<String, String> each : command.environment().entrySet()) {
            text.append(each).append('\0');
        }
        for (Map.Entry<String, String> each : properties.entrySet()) {
            text.append(each).append('\0').append(state(each.getValue())).append('\0');
        }
        text.append(locale).append('\0');
        text.append(TimeZone.getDefault().getID()).append('\0');
        text.append(maker.user()).append(' ').append(maker.group()).append(' ').append(maker.mode());
        return new DaemonKey(Sha256.of(text.toString()).hex().substring(0, LENGTH), List.copyOf(classPath));
    }

    private static String state(String value) throws IOException {
        try {
            return state(Path.of(value));
        } catch (InvalidPathException e) {
            return "";
        }
    }

    private static String state(Path file) throws IOException {
        if (!file.isAbsolute() || !Files.isRegularFile(file)) {
            return "";
        }
        FileState found = FileState.of(file.toRealPath());
        return found.path() + " " + found.text();
    }
}
