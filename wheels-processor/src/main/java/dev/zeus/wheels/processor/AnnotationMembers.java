// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The members of one annotation by name, read as the types that are asked for. */
final class AnnotationMembers {
    /** What javac answers for the value of an expression that has none. */
    private static final String ERROR = "<error>";

    private final Elements elements;
    private final ReadingState state;
    private final MirrorSite site;
    private final Map<String, AnnotationValue> given = new LinkedHashMap<>();
    private final Map<String, AnnotationValue> defaults = new LinkedHashMap<>();

    private AnnotationMembers(Elements elements, ReadingState state, MirrorSite site) {
        this.elements = elements;
        this.state = state;
        this.site = site;
        site.mirror().getElementValues().forEach((member, value) -> given.put(nameOf(member), value));
        for (ExecutableElement member : ElementFilter.methodsIn(
                site.mirror().getAnnotationType().asElement().getEnclosedElements())) {
            Optional.ofNullable(member.getDefaultValue()).ifPresent(value -> defaults.put(nameOf(member), value));
        }
    }

    static AnnotationMembers of(Elements elements, ReadingState state, Element element, AnnotationMirror mirror) {
        return new AnnotationMembers(elements, state, MirrorSite.of(element, mirror, "", state.nextSite()));
    }

    private static String nameOf(ExecutableElement member) {
        return member.getSimpleName().toString();
    }

    Site site() {
        return site;
    }

    /** A string without default; empty where it is missing or unreadable. */
    Optional<Written<String>> string(String name) {
        return scalar(name, AnnotationMembers::asString);
    }

    /** A string whose default is the empty one. */
    Written<String> text(String name) {
        return string(name).orElseGet(() -> new Written<>("", site, false));
    }

    /** Whether a boolean is true; false where it is unreadable. */
    boolean flag(String name) {
        return scalar(name, value -> value.getValue() instanceof Boolean flag ? Optional.of(flag) : Optional.empty())
                .map(Written::value)
                .orElse(false);
    }

    <E extends Enum<E>> Optional<Written<E>> constant(String name, Class<E> type) {
        return scalar(name, value -> asConstant(value, type));
    }

    WrittenList<String> strings(String name) {
        return list(name, (value, ignored) -> asString(value));
    }

    <E extends Enum<E>> WrittenList<E> constants(String name, Class<E> type) {
        return list(name, (value, ignored) -> asConstant(value, type));
    }

    /** A whole number; empty where it is unreadable. */
    Optional<Written<Integer>> number(String name) {
        return scalar(name, AnnotationMembers::asNumber);
    }

    WrittenList<Integer> numbers(String name) {
        return list(name, (value, ignored) -> asNumber(value));
    }

    /** Class literals as binary names. */
    WrittenList<String> classes(String name) {
        return list(name, (value, ignored) -> asClass(value));
    }

    /** An array of annotations. */
    <T> WrittenList<T> nested(String name, Function<AnnotationMembers, T> read) {
        return list(name, (value, at) -> asAnnotation(value, at).map(read));
    }

    /** An annotation; empty where it is left out. */
    <T> Optional<Written<T>> single(String name, Function<AnnotationMembers, T> read) {
        AnnotationValue written = given.get(name);
        if (written == null) {
            return Optional.empty();
        }
        MirrorSite at = below(written, written, site.path(), name);
        Optional<T> readable = asAnnotation(written, at).map(read);
        if (readable.isEmpty()) {
            state.unreadable(site.element());
        }
        return readable.map(result -> new Written<>(result, at, true));
    }

    private <T> Optional<Written<T>> scalar(String name, Function<AnnotationValue, Optional<T>> read) {
        AnnotationValue written = given.get(name);
        AnnotationValue value = written == null ? defaults.get(name) : written;
        Optional<T> readable = value == null ? Optional.empty() : read.apply(value);
        if (readable.isEmpty()) {
            state.unreadable(site.element());
        }
        MirrorSite at = written == null ? site : below(written, written, site.path(), name);
        return readable.map(result -> new Written<>(result, at, written != null));
    }

    /** Reads the elements of an array; the reader gets each value with its place. */
    private <T> WrittenList<T> list(String name, ItemReader<T> read) {
        AnnotationValue written = given.get(name);
        AnnotationValue value = written == null ? defaults.get(name) : written;
        if (value == null || !(value.getValue() instanceof List<?> values)) {
            state.unreadable(site.element());
            return new WrittenList<>(List.of(), site, written != null, false);
        }
        MirrorSite at = written == null ? site : below(written, written, site.path(), name);
        List<Written<T>> items = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            AnnotationValue item = (AnnotationValue) values.get(i);
            MirrorSite itemSite = written == null ? site : below(item, written, at.path(), "[" + i + "]");
            read.read(item, itemSite).ifPresent(result -> items.add(new Written<>(result, itemSite, written != null)));
        }
        boolean complete = items.size() == values.size();
        if (!complete) {
            state.unreadable(site.element());
        }
        return new WrittenList<>(items, at, written != null, complete);
    }

    private interface ItemReader<T> {
        Optional<T> read(AnnotationValue value, MirrorSite at);
    }

    private MirrorSite below(AnnotationValue value, AnnotationValue member, String path, String step) {
        String joined = path.isEmpty() || step.startsWith("[") ? path + step : path + "." + step;
        return new MirrorSite(
                site.element(), site.mirror(), Optional.of(value), Optional.of(member), joined, state.nextSite());
    }

    private static Optional<String> asString(AnnotationValue value) {
        return value.getValue() instanceof String text && !text.equals(ERROR) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Integer> asNumber(AnnotationValue value) {
        return value.getValue() instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> asConstant(AnnotationValue value, Class<E> type) {
        if (value.getValue() instanceof VariableElement field) {
            for (E constant : type.getEnumConstants()) {
                if (field.getSimpleName().contentEquals(constant.name())) {
                    return Optional.of(constant);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> asClass(AnnotationValue value) {
        if (!(value.getValue() instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR) {
            return Optional.empty();
        }
        return Optional.of(
                type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                        ? elements.getBinaryName(element).toString()
                        : type.toString());
    }

    private Optional<AnnotationMembers> asAnnotation(AnnotationValue value, MirrorSite at) {
        if (!(value.getValue() instanceof AnnotationMirror mirror)) {
            return Optional.empty();
        }
        MirrorSite inner = MirrorSite.of(at.element(), mirror, at.path(), state.nextSite());
        return Optional.of(new AnnotationMembers(elements, state, inner));
    }
}
