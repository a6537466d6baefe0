// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Declarations with a value in every component, made by reflection, so that a new member is in them. */
public final class SampleDeclarations {
    private final List<String> texts = new ArrayList<>();

    /** A record of a class, whose lists have one item and whose texts stand nowhere else. */
    public <T extends Record> T of(Class<T> type) {
        return type.cast(sample("", type));
    }

    /** The texts of all that was made. */
    public List<String> texts() {
        return texts;
    }

    /**
     * The record with one value changed, for each value in it.
     *
     * @return by the way to the value, such as {@code wheels.recipe.patches.file}
     */
    public static <T extends Record> Map<String, T> variants(Class<T> type, T record) {
        Map<String, T> variants = new LinkedHashMap<>();
        each("", record, value -> value, (way, variant) -> variants.put(way, type.cast(variant)));
        return variants;
    }

    private interface Variants {
        void add(String way, Object variant);
    }

    private static void each(String way, Object value, UnaryOperator<Object> whole, Variants variants) {
        if (value instanceof Record record) {
            RecordComponent[] components = record.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                int changed = i;
                String below = (way.isEmpty() ? "" : way + ".") + components[i].getName();
                each(below, get(record, components[i]), other -> whole.apply(with(record, changed, other)), variants);
            }
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(item -> each(way, item, other -> whole.apply(Optional.of(other)), variants));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> each(way, item, other -> whole.apply(List.of(other)), variants));
        } else if (value instanceof SortedMap<?, ?> map) {
            map.forEach((key, item) ->
                    each(way, item, other -> whole.apply(new TreeMap<>(Map.of(key.toString(), other))), variants));
        } else if (value instanceof Enum<?> constant) {
            variants.add(way, whole.apply(constant.getDeclaringClass().getEnumConstants()[0]));
        } else if (value instanceof Integer number) {
            variants.add(way, whole.apply(number + 1));
        } else {
            variants.add(way, whole.apply(value instanceof Boolean switched ? !switched : value + "other"));
        }
    }

    private static Object with(Record record, int changed, Object other) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = i == changed ? other : get(record, components[i]);
        }
        return make(record.getClass(), values);
    }

    private Object sample(String way, Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Object item = sample(way, parameterized.getActualTypeArguments()[0]);
            if (parameterized.getRawType() == SortedMap.class) {
                return new TreeMap<>(Map.of(
                        item.toString(), sample(way + "of-", parameterized.getActualTypeArguments()[1])));
            }
            return parameterized.getRawType() == Optional.class ? Optional.of(item) : List.of(item);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isSealed()) {
            return sample(way, raw.getPermittedSubclasses()[0]);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[1];
        }
        if (raw.isRecord()) {
            return make(
                    raw,
                    Stream.of(raw.getRecordComponents())
                            .map(component -> sample(
                                    way + component.getName().toLowerCase(Locale.ROOT) + "-",
                                    component.getGenericType()))
                            .toArray());
        }
        if (raw == boolean.class) {
            return true;
        }
        if (raw == int.class || raw == Integer.class) {
            return 7;
        }
        texts.add("value-" + way);
        return "value-" + way;
    }

    private static Object make(Class<?> type, Object... values) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
