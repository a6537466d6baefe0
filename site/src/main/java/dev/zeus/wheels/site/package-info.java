/** The documents of this repository as a site of plain pages. */
@NullMarked
package dev.zeus.wheels.site;

import org.jspecify.annotations.NullMarked;
