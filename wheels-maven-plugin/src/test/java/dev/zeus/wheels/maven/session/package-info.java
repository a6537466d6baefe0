/** Sessions of the goals as users see them: whole runs of Maven on a pseudo-terminal, and through a pipe. */
@NullMarked
package dev.zeus.wheels.maven.session;

import org.jspecify.annotations.NullMarked;
