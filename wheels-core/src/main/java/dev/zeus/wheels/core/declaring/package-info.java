/**
 * Declarations in hand-written Java files: where they stand, what else names them, and the edits that add or remove one
 * and leave every other byte as it is.
 *
 * <p>The structure is that of the compiler's own parser ({@code com.sun.source});
 * {@link dev.zeus.wheels.core.declaring.JavaTokens} knows the spaces and comments that a parser drops. Reads files and
 * writes none.
 */
@NullMarked
package dev.zeus.wheels.core.declaring;

import org.jspecify.annotations.NullMarked;
