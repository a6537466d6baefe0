/** A lock as one page for browsers: a pure function of the lock and the declarations, without network and files. */
@NullMarked
package dev.zeus.wheels.core.page;

import org.jspecify.annotations.NullMarked;
