/** What a run has changed or found, as text and JSON. */
@NullMarked
package dev.zeus.wheels.core.report;

import org.jspecify.annotations.NullMarked;
