// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.palantir.javapoet.CodeBlock;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.Sources;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records of the API as the Java expressions that make them, read from their components: what is added to a declaration
 * is in the registry.
 *
 * <p>The shortest expression is taken that makes an equal record: a constant of the record's class, or the constructor
 * that leaves out the most, with the {@code with} methods for the components that it leaves out.
 */
final class RecordCode {
    /** From how many arguments on each has a line of its own. */
    private static final int LONG = 6;

    private static final RecordCode IN_PLACE = new RecordCode(new ListCode(false));

    private final ListCode lists;

    private RecordCode(ListCode lists) {
        this.lists = lists;
    }

    static CodeBlock of(Object value) {
        return IN_PLACE.value(Object.class, value);
    }

    /**
     * A record, with expressions for some of its components.
     *
     * @param own the expressions, by the names of the components
     * @param lists how the lists that are its components are written; those of records in it are written in place
     */
    static CodeBlock of(Record record, Map<String, CodeBlock> own, ListCode lists) {
        return new RecordCode(lists).made(record, own);
    }

    private CodeBlock value(Type type, Object value) {
        if (value instanceof String) {
            return CodeBlock.of("$S", value);
        } else if (value instanceof Enum<?> constant) {
            return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant.name());
        } else if (value instanceof Boolean || value instanceof Integer) {
            return CodeBlock.of("$L", value);
        } else if (value instanceof Record record) {
            return IN_PLACE.record(record);
        } else if (value instanceof List<?> list) {
            return lists.of(item(type), list, RecordCode::of);
        } else if (value instanceof SortedMap<?, ?> map) {
            return map(map);
        } else if (value instanceof Optional<?> optional) {
            return optional.map(RecordCode::of)
                    .map(code -> CodeBlock.of("$T.of($L)", Optional.class, code))
                    .orElseGet(() -> CodeBlock.of("$T.empty()", Optional.class));
        }
        throw new IllegalStateException("no expression makes a " + value.getClass());
    }

    private static Class<?> item(Type list) {
        return list instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> item
                ? item
                : Object.class;
    }

    private static CodeBlock map(SortedMap<?, ?> map) {
        List<CodeBlock> entries = new ArrayList<>();
        map.forEach((key, item) -> entries.add(CodeBlock.of("$T.entry($L, $L)", Map.class, of(key), of(item))));
        return entries.isEmpty()
                ? CodeBlock.of("new $T<>()", TreeMap.class)
                : CodeBlock.of("new $T<>($T.ofEntries($L))", TreeMap.class, Map.class, CodeBlock.join(entries, ", "));
    }

    private CodeBlock record(Record record) {
        if (record instanceof SourceDeclaration && record.equals(Sources.pypi())) {
            return CodeBlock.of("$T.pypi()", Sources.class);
        }
        return RecordShape.of(record)
                .constant(record)
                .map(name -> CodeBlock.of("$T.$L", record.getClass(), name))
                .orElseGet(() -> made(record, Map.of()));
    }

    private CodeBlock made(Record record, Map<String, CodeBlock> own) {
        RecordShape shape = RecordShape.of(record);
        Constructor<?> constructor = shape.shortest(record);
        List<CodeBlock> arguments = new ArrayList<>();
        List<CodeBlock> methods = new ArrayList<>();
        List<RecordComponent> components = shape.components();
        Record made = shape.make(constructor, record);
        for (int i = 0; i < components.size(); i++) {
            String name = components.get(i).getName();
            Object value = RecordShape.get(record, components.get(i));
            boolean isArgument = i < constructor.getParameterCount();
            if (isArgument || !value.equals(RecordShape.get(made, components.get(i)))) {
                CodeBlock code = own.containsKey(name)
                        ? Objects.requireNonNull(own.get(name))
                        : value(components.get(i).getGenericType(), value);
                (isArgument ? arguments : methods)
                        .add(isArgument ? code : CodeBlock.of("\n$>$>.$L($L)$<$<", RecordShape.with(name), code));
            }
        }
        CodeBlock call = arguments.size() < LONG
                ? CodeBlock.of("new $T($L)", record.getClass(), CodeBlock.join(arguments, ", "))
                : CodeBlock.of("new $T(\n$>$>$L$<$<)", record.getClass(), CodeBlock.join(arguments, ",\n"));
        return methods.isEmpty() ? call : CodeBlock.of("$L$L", call, CodeBlock.join(methods, ""));
    }
}
