// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * The sources that every wheel set knows without declaring them.
 *
 * <p>{@code @Wheel(source = Sources.PYPI)} is what {@code @Wheel} means by itself.
 */
public final class Sources {
    /** The name of the public index. */
    public static final String PYPI = "pypi";

    /** The address of the public index; the only place that says it. */
    public static final String PYPI_URL = "https://pypi.org/simple/";

    /** Where the files of the public index are; the only place that says it. */
    private static final String PYPI_FILES = "https://files.pythonhosted.org";

    private Sources() {}

    /** {@return the public index as a declaration, first in every wheel set} */
    public static SourceDeclaration pypi() {
        return new SourceDeclaration(PYPI, PYPI_URL, SourceFormat.SIMPLE, false, List.of(PYPI_FILES));
    }
}
