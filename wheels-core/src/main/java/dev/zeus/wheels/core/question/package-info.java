/**
 * The lock that a question is asked of, in the project or in a revision of it, and what the indexes say beside it:
 * reads files and indexes for {@code answer}, which reads none.
 */
@NullMarked
package dev.zeus.wheels.core.question;

import org.jspecify.annotations.NullMarked;
