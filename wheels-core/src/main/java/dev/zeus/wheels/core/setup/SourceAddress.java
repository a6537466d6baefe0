// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.http.Urls;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The address at which a source is read in a run: the declared one, or the one that the command line gives. */
public final class SourceAddress {
    private SourceAddress() {}

    /**
     * The address.
     *
     * @param given what {@code -Dwheels.index.NAME} says
     * @param lockDirectory relative folders begin beside it
     * @throws WheelsException {@code D203} if it is not an address of an index; a password in it is not repeated
     */
    public static URI of(SourceDeclaration source, Optional<String> given, Path lockDirectory) {
        String text = given.orElse(source.url());
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw wrong(source, text, "which is no URL");
        }
        if (source.format() == SourceFormat.FLAT && !url.isAbsolute() && url.getPath() != null) {
            if (OptionNames.isOfHome(text)) {
                throw wrong(
                        source,
                        text,
                        "and nothing expands \"~\" there: it would be a folder of that name",
                        "write \"file://\" and the whole path");
            }
            return lockDirectory
                    .toAbsolutePath()
                    .resolveSibling(url.getPath())
                    .normalize()
                    .toUri();
        }
        if (String.valueOf(url.getScheme()).equals("file")
                && url.getPath() != null
                && url.getRawAuthority() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null) {
            return url;
        }
        requireIndex(source, text, url);
        return url;
    }

    private static void requireIndex(SourceDeclaration source, String text, URI url) {
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
            throw wrong(source, text, "which begins with neither https:// nor http://");
        } else if (url.getRawUserInfo() != null || Urls.isAmbiguous(url)) {
            throw wrong(source, text, "which names a user, or looks as if it did; logins stand elsewhere");
        } else if (url.getHost() == null) {
            throw wrong(source, text, "which names no host");
        } else if (url.getPort() > 65_535) {
            throw wrong(source, text, "whose port is above 65535");
        } else if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw wrong(source, text, "which goes on after the path");
        }
    }

    private static WheelsException wrong(SourceDeclaration source, String text, String why) {
        return wrong(source, text, why, "write it as https://host/path/");
    }

    private static WheelsException wrong(SourceDeclaration source, String text, String why, String mend) {
        return new WheelsException(
                OptionProblem.BAD_ADDRESS,
                "the source \"" + source.name() + "\" has the address \"" + SafeUrl.ofText(text) + "\", " + why,
                mend + ", in @Source or with -Dwheels.index." + source.name() + "=…");
    }
}
