// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The bytes of values between two processes of the same build: of a record its components, of a sealed interface which
 * of its records it is, and so on by declared type.
 *
 * <p>Example: {@code ValueForm.write(out, Subject.class, subject)} and {@code ValueForm.read(in, Subject.class)}. What
 * is added to a record later is written with it; a type that has no form here fails at once.
 */
final class ValueForm {
    /** More than any text that a run handles; a broken stream asks for no more memory than that. */
    private static final int LONGEST = 1 << 28;

    private ValueForm() {}

    /** Writes a value that is declared with a type. */
    static void write(DataOutputStream out, Type type, Object value) throws IOException {
        if (type instanceof ParameterizedType generic) {
            writeMany(out, generic, value);
        } else if (type == boolean.class || type == Boolean.class) {
            out.writeBoolean((Boolean) value);
        } else if (type == int.class || type == Integer.class) {
            out.writeInt((Integer) value);
        } else if (type == long.class || type == Long.class) {
            out.writeLong((Long) value);
        } else if (type == OptionalInt.class) {
            OptionalInt number = (OptionalInt) value;
            out.writeBoolean(number.isPresent());
            out.writeInt(number.orElse(0));
        } else if (type == byte[].class) {
            byte[] bytes = (byte[]) value;
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (type == String.class || type == Path.class || type == Instant.class) {
            write(out, byte[].class, value.toString().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Enum<?> constant) {
            out.writeInt(constant.ordinal());
        } else if (type instanceof Class<?> sealed && sealed.isSealed()) {
            int kind = List.of(sealed.getPermittedSubclasses()).indexOf(value.getClass());
            out.writeInt(kind);
            RecordShape.of(value.getClass()).write(out, value);
        } else if (type instanceof Class<?> shape && shape.isRecord()) {
            RecordShape.of(shape).write(out, value);
        } else {
            throw unknown(type);
        }
    }

    private static void writeMany(DataOutputStream out, ParameterizedType type, Object value) throws IOException {
        Type first = type.getActualTypeArguments()[0];
        if (value instanceof Optional<?> optional) {
            out.writeBoolean(optional.isPresent());
            if (optional.isPresent()) {
                write(out, first, optional.get());
            }
        } else if (value instanceof Collection<?> collection) {
            out.writeInt(collection.size());
            for (Object each : collection) {
                write(out, first, each);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeInt(map.size());
            for (Map.Entry<?, ?> each : map.entrySet()) {
                write(out, first, each.getKey());
                write(out, type.getActualTypeArguments()[1], each.getValue());
            }
        } else {
            throw unknown(type);
        }
    }

    /** Reads a value that is declared with a type. */
    static <T> T read(DataInputStream in, Class<T> type) throws IOException {
        return type.cast(read(in, (Type) type));
    }

    /** Reads what {@link #write} wrote for the same type. */
    static Object read(DataInputStream in, Type type) throws IOException {
        if (type instanceof ParameterizedType generic) {
            return readMany(in, generic);
        } else if (type == boolean.class || type == Boolean.class) {
            return in.readBoolean();
        } else if (type == int.class || type == Integer.class) {
            return in.readInt();
        } else if (type == long.class || type == Long.class) {
            return in.readLong();
        } else if (type == OptionalInt.class) {
            boolean there = in.readBoolean();
            int number = in.readInt();
            return there ? OptionalInt.of(number) : OptionalInt.empty();
        } else if (type == byte[].class) {
            return bytes(in);
        } else if (type == String.class) {
            return text(in);
        } else if (type == Path.class) {
            return Path.of(text(in));
        } else if (type == Instant.class) {
            return Instant.parse(text(in));
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            return one(constants.getEnumConstants(), in.readInt());
        } else if (type instanceof Class<?> sealed && sealed.isSealed()) {
            return RecordShape.of(one(sealed.getPermittedSubclasses(), in.readInt()))
                    .read(in);
        } else if (type instanceof Class<?> shape && shape.isRecord()) {
            return RecordShape.of(shape).read(in);
        }
        throw unknown(type);
    }

    private static Object readMany(DataInputStream in, ParameterizedType type) throws IOException {
        Type raw = type.getRawType();
        Type first = type.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            return in.readBoolean() ? Optional.of(read(in, first)) : Optional.empty();
        } else if (raw == List.class) {
            return into(new ArrayList<>(), in, first);
        } else if (raw == Set.class) {
            return into(new LinkedHashSet<>(), in, first);
        } else if (raw == SortedSet.class) {
            return into(new TreeSet<>(), in, first);
        } else if (raw == Map.class || raw == SortedMap.class) {
            Map<Object, Object> map = raw == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                Object key = read(in, first);
                map.put(key, read(in, type.getActualTypeArguments()[1]));
            }
            return map;
        }
        throw unknown(type);
    }

    private static Collection<Object> into(Collection<Object> many, DataInputStream in, Type type) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            many.add(read(in, type));
        }
        return many;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a value of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static <T> T one(T[] all, int index) throws IOException {
        if (index < 0 || index >= all.length) {
            throw new IOException("number " + index + " of " + all.length);
        }
        return all[index];
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException(type + " has no form between processes");
    }
}
