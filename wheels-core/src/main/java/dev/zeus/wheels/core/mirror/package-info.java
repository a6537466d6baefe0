/**
 * A static index on disk: {@link dev.zeus.wheels.core.mirror.MirrorTree} has the files that a lock names, with the
 * pages that pip, uv and Zeus Wheels read of them.
 *
 * <p>The pages are pure: locked files give texts. Nothing here asks the network.
 */
@NullMarked
package dev.zeus.wheels.core.mirror;

import org.jspecify.annotations.NullMarked;
