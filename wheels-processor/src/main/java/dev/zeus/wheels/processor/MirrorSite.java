// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place as compilers understand it.
 *
 * @param element the annotated type or package
 * @param mirror the innermost annotation around the value; Eclipse's compiler finds the place only by that
 * @param value the value; empty for the whole annotation
 * @param member the member's whole value, an array where the value is one of its elements, which Eclipse's compiler
 *     cannot find
 */
record MirrorSite(
        Element element,
        AnnotationMirror mirror,
        Optional<AnnotationValue> value,
        Optional<AnnotationValue> member,
        String path,
        int order)
        implements Site {
    /** Of a whole annotation. */
    static MirrorSite of(Element element, AnnotationMirror mirror, String path, int order) {
        return new MirrorSite(element, mirror, Optional.empty(), Optional.empty(), path, order);
    }
}
