// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import java.util.Optional;
import java.util.OptionalLong;

/** One file of a page as it is written: a row of a table, or all its words by themselves. */
sealed interface ListedFile permits WrittenFile, FileTable.Row {
    /** Its name. */
    String filename();

    /** Its address, absolute or relative, without the fragment. */
    String url();

    /** The digest as written. */
    Optional<String> sha256();

    /** A digest in the address's fragment. */
    Optional<String> fragmentSha256();

    /** The Python specifier as written. */
    Optional<String> requiresPython();

    /** Its size. */
    OptionalLong size();

    /** The moment of its upload as written. */
    Optional<String> uploadTime();

    /** The reason of its yank, empty text for none. */
    Optional<String> yanked();

    /** Absent if no metadata file is announced, else its digest as written or {@code true}. */
    Optional<String> metadata();
}
