// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.List;
import java.util.SortedMap;

/**
 * What was found of the files of a page when it was judged; it is kept with the page, so that each page is judged once.
 *
 * @param name whose page it was judged to be
 * @param columns the files that may be taken
 * @param leftOut why files of a version may not, though the page has them
 * @param notes what else was left out and why
 */
record JudgedFiles(PackageName name, ReleaseColumns columns, SortedMap<Version, String> leftOut, List<String> notes) {
    /** The page that has them. */
    ProjectPage page(IndexSource source, HttpAnswer answer, Listing listing, ProjectStatus status) {
        PageRows rows = new PageRows.Judged(listing.files(), new FileAddresses(source, answer, listing));
        return new ProjectPage(name, source, new ReleaseTable(columns, rows), leftOut, status);
    }
}
