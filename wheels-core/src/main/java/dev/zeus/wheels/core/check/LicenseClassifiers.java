// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import java.util.Map;
import java.util.Optional;

/** The classifiers of core metadata that name licences. */
public final class LicenseClassifiers {
    private static final Map<String, String> EXPRESSIONS = Map.ofEntries(
            Map.entry("License :: OSI Approved :: MIT License", "MIT"),
            Map.entry("License :: OSI Approved :: MIT No Attribution License (MIT-0)", "MIT-0"),
            Map.entry("License :: OSI Approved :: Apache Software License", "Apache-2.0"),
            Map.entry("License :: OSI Approved :: BSD License", "BSD-2-Clause AND BSD-3-Clause"),
            Map.entry("License :: OSI Approved :: ISC License (ISCL)", "ISC"),
            Map.entry("License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"),
            Map.entry("License :: OSI Approved :: Python Software Foundation License", "PSF-2.0"),
            Map.entry("License :: OSI Approved :: The Unlicense (Unlicense)", "Unlicense"),
            Map.entry("License :: OSI Approved :: zlib/libpng License", "Zlib"),
            Map.entry("License :: OSI Approved :: Zero-Clause BSD (0BSD)", "0BSD"),
            Map.entry("License :: OSI Approved :: Historical Permission Notice and Disclaimer (HPND)", "HPND"),
            Map.entry("License :: OSI Approved :: GNU General Public License v2 (GPLv2)", "GPL-2.0-only"),
            Map.entry("License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)", "GPL-2.0-or-later"),
            Map.entry("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", "GPL-3.0-only"),
            Map.entry("License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later"),
            Map.entry("License :: OSI Approved :: GNU Affero General Public License v3", "AGPL-3.0-only"),
            Map.entry(
                    "License :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)",
                    "AGPL-3.0-or-later"),
            Map.entry(
                    "License :: OSI Approved :: GNU Lesser General Public License v2 or later (LGPLv2+)",
                    "LGPL-2.0-or-later"),
            Map.entry("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", "LGPL-3.0-only"),
            Map.entry(
                    "License :: OSI Approved :: GNU Lesser General Public License v3 or later (LGPLv3+)",
                    "LGPL-3.0-or-later"),
            Map.entry("License :: CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0"));

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
