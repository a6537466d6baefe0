// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.classes;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A class file, as far as it tells what is declared.
 *
 * @param name the binary name, such as {@code com.acme.Wheels$Six}
 * @param annotations the names of the annotations on the class
 * @param sourceFile the file that it was compiled from, such as {@code Wheels.java}
 * @param local whether the class is in a method
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">JVM specification, chapter 4</a>
 */
record ClassFile(String name, Set<String> annotations, Optional<String> sourceFile, boolean local) {
    private static final int MAGIC = 0xCAFEBABE;

    ClassFile {
        annotations = Set.copyOf(annotations);
    }

    /** Reads a class file; empty if this reader does not know the format. */
    static Optional<ClassFile> parse(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readInt() == MAGIC ? Optional.of(new Reader(in).read()) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static final class Reader {
        private final DataInputStream in;
        private final Map<Integer, String> texts = new HashMap<>();
        private final Map<Integer, Integer> classes = new HashMap<>();
        private final Set<String> annotations = new HashSet<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        ClassFile read() throws IOException {
            in.skipNBytes(4); // versions
            readConstants();
            in.skipNBytes(2); // access
            String name = text(classes.getOrDefault(in.readUnsignedShort(), 0)).replace('/', '.');
            in.skipNBytes(2); // super
            in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
            skipMembers(); // fields
            skipMembers(); // methods
            Optional<String> sourceFile = Optional.empty();
            boolean local = false;
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                String attribute = text(in.readUnsignedShort());
                long length = in.readInt() & 0xFFFFFFFFL;
                switch (attribute) {
                    case "SourceFile" -> sourceFile = Optional.of(text(in.readUnsignedShort()));
                    case "RuntimeInvisibleAnnotations", "RuntimeVisibleAnnotations" -> readAnnotations();
                    default -> {
                        local |= attribute.equals("EnclosingMethod");
                        in.skipNBytes(length);
                    }
                }
            }
            return new ClassFile(name, annotations, sourceFile, local);
        }

        private void readConstants() throws IOException {
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.put(i, in.readUTF());
                    case 7 -> classes.put(i, in.readUnsignedShort());
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // a long or a double takes two places
                    }
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    default -> throw new IllegalArgumentException("constant of kind " + tag);
                }
            }
        }

        private String text(int index) {
            return texts.getOrDefault(index, "");
        }

        private void skipMembers() throws IOException {
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                in.skipNBytes(6); // access, name, descriptor
                for (int j = in.readUnsignedShort(); j > 0; j--) {
                    in.skipNBytes(2); // name
                    in.skipNBytes(in.readInt() & 0xFFFFFFFFL);
                }
            }
        }

        private void readAnnotations() throws IOException {
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                annotations.add(readAnnotation());
            }
        }

        /** Answers the name, and goes past the values. */
        private String readAnnotation() throws IOException {
            String descriptor = text(in.readUnsignedShort());
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                in.skipNBytes(2); // member
                skipValue();
            }
            int start = descriptor.startsWith("L") ? 1 : 0;
            int end = descriptor.length() - (descriptor.endsWith(";") ? 1 : 0);
            return descriptor.substring(start, end).replace('/', '.');
        }

        private void skipValue() throws IOException {
            switch (in.readUnsignedByte()) {
                case 'e' -> in.skipNBytes(4); // enum constant
                case '@' -> readAnnotation();
                case '[' -> {
                    for (int i = in.readUnsignedShort(); i > 0; i--) {
                        skipValue();
                    }
                }
                default -> in.skipNBytes(2); // number, text or class
            }
        }
    }
}
