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
 */
record MirrorSite(Element element, AnnotationMirror mirror, Optional<AnnotationValue> value, String path, int order)
        implements Site {}
