// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** How a source lists its files. */
public enum SourceFormat {
    /**
     * A page for each project: the simple API (<a href="https://peps.python.org/pep-0503/">PEP 503</a>, <a
     * href="https://peps.python.org/pep-0691/">PEP 691</a>) that package indexes speak.
     */
    SIMPLE,
    /** All files in one place: a folder of this project or machine, or one page of links. */
    FLAT
}
