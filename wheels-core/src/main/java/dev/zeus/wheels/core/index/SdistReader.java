// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.wheel.SdistArchive;
import dev.zeus.wheels.core.wheel.Sha256;
import java.util.Map;
import java.util.TreeMap;

/** What is inside a source distribution, which is fetched whole: it has no list of its files to be read first. */
record SdistReader(UnhashedFiles unhashed) {
    SdistContent content(SdistFile sdist) {
        return SdistContent.of(sdist.filename(), withoutSecrets(SdistArchive.read(unhashed.path(sdist))));
    }

    /** Requirements by address may name logins, which no reader has a use for. */
    private static SdistArchive withoutSecrets(SdistArchive archive) {
        Map<String, String> texts = new TreeMap<>(archive.texts());
        texts.replaceAll((path, text) -> AddressSecrets.without(text));
        return new SdistArchive(archive.paths(), texts);
    }

    Sha256 sha256(SdistFile sdist) {
        return unhashed.sha256(sdist);
    }
}
