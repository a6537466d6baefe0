/**
 * Measures the checks of locked wheels beside pip and auditwheel; runs other programs, and writes below target only.
 */
@NullMarked
package dev.zeus.wheels.bench.verify;

import org.jspecify.annotations.NullMarked;
