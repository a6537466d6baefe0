// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.text.DataTable;
import java.util.Map;
import java.util.Optional;

/** The classifiers of core metadata that name licences. */
public final class LicenseClassifiers {
    private static final Map<String, String> EXPRESSIONS =
            DataTable.map(LicenseClassifiers.class, "license-classifiers.tsv");

    private LicenseClassifiers() {}

    /**
     * The licence as an SPDX expression; of one that leaves open which of several it means, all of them.
     *
     * @param classifier the whole classifier, such as {@code License :: OSI Approved :: MIT License}
     */
    public static Optional<String> expression(String classifier) {
        return Optional.ofNullable(EXPRESSIONS.get(classifier));
    }
}
