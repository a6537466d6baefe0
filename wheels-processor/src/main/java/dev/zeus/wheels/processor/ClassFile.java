// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a class file says that compilers do not hand on: the source that it was compiled from, and its texts.
 *
 * @param sourceFile the file's name, such as {@code Six.java}; empty where the compiler was told to leave it out
 * @param texts the texts of its code, in the order of the file
 * @param modified when it was written, in milliseconds; 0 where nothing tells
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">JVM specification, chapter 4</a>
 */
record ClassFile(Optional<String> sourceFile, List<String> texts, long modified) {
    private static final int MAGIC = 0xCAFEBABE;

    /** Compiled declarations have a few kilobytes. */
    private static final int LARGEST = 16 << 20;

    ClassFile {
        texts = List.copyOf(texts);
    }

    /** Reads a class file; empty if it is not a class file. */
    static Optional<ClassFile> read(InputStream stream, long modified) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST);
        try {
            return Optional.of(parse(new DataInputStream(new ByteArrayInputStream(bytes)), modified));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ClassFile parse(DataInputStream in, long modified) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IllegalArgumentException("not a class file");
        }
        in.skipNBytes(4); // versions
        Map<Integer, String> utf8 = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        int constants = in.readUnsignedShort();
        for (int i = 1; i < constants; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> utf8.put(i, in.readUTF());
                case 8 -> strings.add(in.readUnsignedShort());
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // a long or a double takes two places
                }
                default -> in.skipNBytes(size(tag));
            }
        }
        in.skipNBytes(6); // access, this, super
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        for (int members = 0; members < 2; members++) { // fields, methods
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                in.skipNBytes(6); // access, name, descriptor
                for (int j = in.readUnsignedShort(); j > 0; j--) {
                    skipAttribute(in);
                }
            }
        }
        List<String> texts = new ArrayList<>();
        strings.forEach(at -> Optional.ofNullable(utf8.get(at)).ifPresent(texts::add));
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            if ("SourceFile".equals(utf8.get(in.readUnsignedShort()))) {
                in.skipNBytes(4); // length
                return new ClassFile(Optional.ofNullable(utf8.get(in.readUnsignedShort())), texts, modified);
            }
            in.skipNBytes(in.readInt() & 0xFFFFFFFFL);
        }
        return new ClassFile(Optional.empty(), texts, modified);
    }

    private static void skipAttribute(DataInputStream in) throws IOException {
        in.skipNBytes(2); // name
        in.skipNBytes(in.readInt() & 0xFFFFFFFFL);
    }

    /** How many bytes follow the tag of a constant. */
    private static int size(int tag) {
        return switch (tag) {
            case 7, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            default -> throw new IllegalArgumentException("constant of kind " + tag);
        };
    }
}
