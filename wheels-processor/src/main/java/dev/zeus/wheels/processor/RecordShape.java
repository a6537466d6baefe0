// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways to make the records of one class.
 *
 * @param constructors those that take the first components, the shortest first and all components last
 * @param constants those of the class that are such records
 */
record RecordShape(List<RecordComponent> components, List<Constructor<?>> constructors, List<Field> constants) {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type);
        }
    };

    static RecordShape of(Record record) {
        return SHAPES.get(record.getClass());
    }

    private static RecordShape read(Class<?> type) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        List<Class<?>> types =
                components.stream().<Class<?>>map(RecordComponent::getType).toList();
        List<Constructor<?>> constructors = Stream.of(type.getConstructors())
                .filter(each -> each.getParameterCount() <= types.size()
                        && types.subList(0, each.getParameterCount()).equals(List.of(each.getParameterTypes())))
                .<Constructor<?>>map(each -> each)
                .sorted(Comparator.comparing(Constructor::getParameterCount))
                .toList();
        List<Field> constants = Arrays.stream(type.getFields())
                .filter(field -> field.getType() == type && Modifier.isStatic(field.getModifiers()))
                .toList();
        return new RecordShape(components, constructors, constants);
    }

    /** The name of the constant that equals a record. */
    Optional<String> constant(Record record) {
        return constants.stream()
                .filter(field -> record.equals(reflected(() -> field.get(null))))
                .map(Field::getName)
                .findFirst();
    }

    /** The shortest constructor that makes a record, with methods for components that it does not take. */
    Constructor<?> shortest(Record record) {
        return constructors.stream()
                .filter(each -> {
                    Record made = make(each, record);
                    return components.stream()
                            .allMatch(component ->
                                    get(made, component).equals(get(record, component)) || hasMethod(component));
                })
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no public constructor of " + record.getClass()));
    }

    /** What a constructor makes of the components that it takes. */
    Record make(Constructor<?> constructor, Record record) {
        Object[] arguments = components.stream()
                .limit(constructor.getParameterCount())
                .map(component -> get(record, component))
                .toArray();
        return (Record) reflected(() -> constructor.newInstance(arguments));
    }

    private static boolean hasMethod(RecordComponent component) {
        return Stream.of(component.getDeclaringRecord().getMethods())
                .anyMatch(method -> method.getName().equals(with(component.getName()))
                        && List.of(method.getParameterTypes()).equals(List.of(component.getType())));
    }

    /** The method that makes a record with another value of a component. */
    static String with(String component) {
        return "with" + component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
    }

    static Object get(Record record, RecordComponent component) {
        return reflected(() -> component.getAccessor().invoke(record));
    }

    private interface Reflected {
        Object get() throws ReflectiveOperationException;
    }

    private static Object reflected(Reflected reflected) {
        try {
            return reflected.get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
