// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.PackageUrl;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.core.wheel.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lock as an SPDX document: each package with its files, hashes, licence, package URL and what it needs.
 *
 * <p>The same lock gives the same bytes: its name space is a digest of what is in it, and its time that of the newest
 * file. A package with several files has one entry more for each, which is a variant of it.
 *
 * <p>Standard: <a href="https://spdx.github.io/spdx-spec/v2.3/">SPDX 2.3</a>, which more tools read than 3.0.
 */
public final class SpdxDocument {
    /** How a file begins that this has written. */
    public static final Pattern OURS = Pattern.compile(
            "\\{\\s*\"spdxVersion\"\\s*:\\s*\"SPDX-2.3\",[^\\[]*\"creators\"\\s*:\\s*\\[\\s*\"Tool: zeus-wheels\"",
            Pattern.DOTALL);

    private static final String NONE = "NOASSERTION";
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";
    private static final String ROOT = "SPDXRef-WheelSet";
    private static final int ID_DIGITS = 16;

    private final WheelSetDeclaration set;
    private final LockSlice slice;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode packages = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode relationships = JsonNodeFactory.instance.arrayNode();

    private SpdxDocument(WheelSetDeclaration set, LockSlice slice) {
        this.set = set;
        this.slice = slice;
    }

    /** The text of the file. */
    public static String print(WheelSetDeclaration set, LockSlice slice) {
        SpdxDocument document = new SpdxDocument(set, slice);
        document.wheelSet();
        slice.packages().forEach(document::entry);
        document.head();
        document.root.set("packages", document.packages);
        document.root.set("relationships", document.relationships);
        return JsonText.print(document.root);
    }

    private void head() {
        String content = packages.toString() + relationships;
        root.put("spdxVersion", "SPDX-2.3")
                .put("dataLicense", "CC0-1.0")
                .put("SPDXID", DOCUMENT)
                .put("name", set.packageName())
                // A name, not a location: nothing can be fetched there.
                .put("documentNamespace", "https://zeus-wheels.invalid/spdx/" + digest(content));
        ObjectNode creation = root.putObject("creationInfo").put("created", time().toString());
        creation.putArray("creators").add("Tool: zeus-wheels");
        creation.put("comment", "for " + String.join(", ", slice.ids()));
    }

    private Instant time() {
        return slice.packages().stream()
                .flatMap(locked -> slice.files(locked).stream())
                .flatMap(file -> file.uploadTime().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private void wheelSet() {
        described(ROOT, set.packageName()).put("primaryPackagePurpose", "APPLICATION");
        relationship(DOCUMENT, "DESCRIBES", ROOT);
        Set<String> declared = set.wheels().stream().map(WheelDeclaration::name).collect(Collectors.toSet());
        slice.packages().stream()
                .filter(locked -> declared.contains(locked.name().value()))
                .forEach(locked -> relationship(ROOT, "DEPENDS_ON", id(locked)));
    }

    /** What every entry must have, and what was not examined. */
    private ObjectNode described(String id, String name) {
        return packages.addObject()
                .put("SPDXID", id)
                .put("name", name)
                .put("downloadLocation", NONE)
                .put("filesAnalyzed", false)
                .put("licenseConcluded", NONE)
                .put("licenseDeclared", NONE)
                .put("copyrightText", NONE);
    }

    private void entry(LockedPackage locked) {
        String id = id(locked);
        ObjectNode node = described(id, locked.name().value())
                .put("versionInfo", locked.version().toString())
                .put("primaryPackagePurpose", "LIBRARY");
        locked.facts().license().ifPresent(license -> node.put("licenseDeclared", license));
        locked.facts().summary().ifPresent(summary -> node.put("summary", AddressSecrets.without(summary)));
        locked.facts().homepage().ifPresent(page -> node.put("homepage", AddressSecrets.without(page)));
        node.put("comment", "on " + String.join(", ", slice.chosen(locked.targets())));
        node.putArray("externalRefs")
                .addObject()
                .put("referenceCategory", "PACKAGE-MANAGER")
                .put("referenceType", "purl")
                .put("referenceLocator", PackageUrl.of(locked));
        List<LockedFile> files = slice.files(locked);
        if (files.size() == 1) {
            file(node, files.get(0));
        } else {
            for (LockedFile each : files) {
                String variant = "SPDXRef-File-" + digest(id + each.sha256());
                ObjectNode entry = described(variant, locked.name().value())
                        .put("versionInfo", locked.version().toString())
                        .put("primaryPackagePurpose", "ARCHIVE");
                file(entry, each);
                relationship(variant, "VARIANT_OF", id);
            }
        }
        slice.needed(locked).map(SpdxDocument::id).distinct().forEach(needed -> relationship(id, "DEPENDS_ON", needed));
    }

    private static void file(ObjectNode node, LockedFile file) {
        node.put("packageFileName", file.name());
        if (file.url().isAbsolute()) {
            node.put("downloadLocation", AddressSecrets.without(file.url().toString()));
        }
        node.putArray("checksums")
                .addObject()
                .put("algorithm", "SHA256")
                .put("checksumValue", file.sha256().toString());
    }

    private void relationship(String from, String type, String to) {
        relationships
                .addObject()
                .put("spdxElementId", from)
                .put("relationshipType", type)
                .put("relatedSpdxElement", to);
    }

    /** Two sources may have a version each that is called the same; ids have letters, digits, dots and hyphens only. */
    private static String id(LockedPackage locked) {
        return "SPDXRef-Package-" + locked.name() + "-" + digest(locked.source() + " " + PackageUrl.of(locked));
    }

    private static String digest(String text) {
        return Sha256.of(text).hex().substring(0, ID_DIGITS);
    }
}
