// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Map;
import java.util.Optional;

/** What libraries are called in Debian and Fedora, whose names for headers end in a way that none of nixpkgs does. */
final class DebianNames {
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("libasound2-dev", "alsa-lib"),
            Map.entry("libbz2-dev", "bzip2"),
            Map.entry("libcurl4-openssl-dev", "curl"),
            Map.entry("libffi-dev", "libffi"),
            Map.entry("libgdal-dev", "gdal"),
            Map.entry("libgeos-dev", "geos"),
            Map.entry("libhdf5-dev", "hdf5"),
            Map.entry("libjpeg-dev", "libjpeg"),
            Map.entry("libldap2-dev", "openldap"),
            Map.entry("liblzma-dev", "xz"),
            Map.entry("libmysqlclient-dev", "libmysqlclient"),
            Map.entry("libopenblas-dev", "openblas"),
            Map.entry("libpng-dev", "libpng"),
            Map.entry("libpq-dev", "libpq"),
            Map.entry("libproj-dev", "proj"),
            Map.entry("libsasl2-dev", "cyrus_sasl"),
            Map.entry("libsndfile1-dev", "libsndfile"),
            Map.entry("libsqlite3-dev", "sqlite"),
            Map.entry("libssl-dev", "openssl"),
            Map.entry("libxml2-dev", "libxml2"),
            Map.entry("libxslt1-dev", "libxslt"),
            Map.entry("openssl-devel", "openssl"),
            Map.entry("portaudio19-dev", "portaudio"),
            Map.entry("zlib-devel", "zlib"),
            Map.entry("zlib1g-dev", "zlib"));

    private DebianNames() {}

    /** Whether a name is one of a package of headers there. */
    static boolean isOne(String name) {
        return name.endsWith("-dev") || name.endsWith("-devel");
    }

    /** What nixpkgs calls it, where that is known. */
    static Optional<String> inNixpkgs(String name) {
        return Optional.ofNullable(PACKAGES.get(name));
    }
}
