/**
 * Python source of the user's own, as far as its files say what it is: {@code pyproject.toml}, and the headers of
 * scripts.
 *
 * <p>{@link dev.zeus.wheels.core.project.OwnSources} reads what a wheel set's environments name. What a file says is
 * hostile until it is a name, a version or a requirement; what is wrong is told with file and line.
 */
@NullMarked
package dev.zeus.wheels.core.project;

import org.jspecify.annotations.NullMarked;
