/**
 * The Python packaging standards as values: names, versions, specifiers, markers, requirements, tags, file names and
 * the metadata files of a wheel. Pure: it reads text and answers questions, and touches neither files nor network.
 */
@NullMarked
package dev.zeus.wheels.python;

import org.jspecify.annotations.NullMarked;
