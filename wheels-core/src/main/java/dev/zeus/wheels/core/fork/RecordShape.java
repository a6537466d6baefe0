// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The components of one class of records, and how one is made of them. */
record RecordShape(Constructor<?> constructor, List<Type> types, List<Method> accessors) {
    private static final Map<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

    static RecordShape of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, RecordShape::look);
    }

    private static RecordShape look(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record");
        }
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            List<Method> accessors =
                    Arrays.stream(components).map(RecordComponent::getAccessor).toList();
            accessors.forEach(accessor -> accessor.setAccessible(true));
            return new RecordShape(
                    constructor,
                    Arrays.stream(components)
                            .map(RecordComponent::getGenericType)
                            .toList(),
                    accessors);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    void write(DataOutputStream out, Object value) throws IOException {
        for (int i = 0; i < types.size(); i++) {
            try {
                ValueForm.write(out, types.get(i), accessors.get(i).invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Object read(DataInputStream in) throws IOException {
        Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ValueForm.read(in, types.get(i));
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException("no " + constructor.getDeclaringClass().getSimpleName() + " came", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
