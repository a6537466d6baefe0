/**
 * What wrong values probably mean.
 *
 * <p>Each class reads one kind of value as people write it elsewhere, and answers with a
 * {@link dev.zeus.wheels.processor.hint.Suggestion} only if following it is valid and means the same. A wrong hint
 * costs more than none.
 */
@NullMarked
package dev.zeus.wheels.processor.hint;

import org.jspecify.annotations.NullMarked;
