// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The components of records, so that what is done with all of them is done with those that are added. */
public final class Components {
    /** Looking them up takes longer than reading them, and of some records there are hundreds. */
    private static final Map<Class<?>, Components> KNOWN = new ConcurrentHashMap<>();

    private final List<String> names = new ArrayList<>();
    private final List<Method> accessors = new ArrayList<>();

    private Components(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
            accessors.add(component.getAccessor());
        }
    }

    private static Components of(Class<?> type) {
        Components known = KNOWN.get(type);
        if (known == null) {
            known = new Components(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    /** The values of a record by the names of its components, in their order. */
    public static Map<String, Object> of(Record record) {
        Components components = of(record.getClass());
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < components.names.size(); i++) {
            values.put(components.names.get(i), components.value(i, record));
        }
        return values;
    }

    /** The values of a record, in the order of its components. */
    public static List<Object> values(Record record) {
        Components components = of(record.getClass());
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < components.names.size(); i++) {
            values.add(components.value(i, record));
        }
        return values;
    }

    private Object value(int index, Record record) {
        try {
            return accessors.get(index).invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
