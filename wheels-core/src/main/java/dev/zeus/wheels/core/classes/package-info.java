/** What compiled classes declare: read from their files, since the annotations are not there when a program runs. */
@NullMarked
package dev.zeus.wheels.core.classes;

import org.jspecify.annotations.NullMarked;
