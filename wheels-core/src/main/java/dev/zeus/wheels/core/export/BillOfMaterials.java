// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.PackageUrl;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.text.JsonText;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lock as a CycloneDX bill of materials: each package with its files, hashes, licence and what it needs.
 *
 * <p>It has neither a serial number nor a time: the same lock gives the same bytes.
 *
 * <p>Standard: <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>, and package URLs for the names.
 */
public final class BillOfMaterials {
    /** How a file begins that this has written. */
    public static final Pattern OURS = Pattern.compile(
            "\\{\\s*\"bomFormat\"\\s*:\\s*\"CycloneDX\",[^}]*\"name\"\\s*:\\s*\"zeus-wheels\"", Pattern.DOTALL);

    private static final String ROOT = "wheel-set";

    private final WheelSetDeclaration set;
    private final LockSlice slice;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    private BillOfMaterials(WheelSetDeclaration set, LockSlice slice) {
        this.set = set;
        this.slice = slice;
    }

    /** The text of the file. */
    public static String print(WheelSetDeclaration set, LockSlice slice) {
        BillOfMaterials bill = new BillOfMaterials(set, slice);
        bill.head();
        ArrayNode components = bill.root.putArray("components");
        slice.packages().forEach(locked -> bill.component(components.addObject(), locked));
        bill.edges(bill.root.putArray("dependencies"));
        return JsonText.print(bill.root);
    }

    private void head() {
        root.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
        ObjectNode metadata = root.putObject("metadata");
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", "zeus-wheels");
        metadata.putObject("component")
                .put("type", "application")
                .put("bom-ref", ROOT)
                .put("name", set.packageName());
        property(metadata.putArray("properties"), slice.ids());
    }

    private void component(ObjectNode node, LockedPackage locked) {
        node.put("type", "library")
                .put("bom-ref", reference(locked))
                .put("name", locked.name().value())
                .put("version", locked.version().toString());
        locked.facts().summary().ifPresent(summary -> node.put("description", AddressSecrets.without(summary)));
        List<LockedFile> files = slice.files(locked);
        if (files.size() == 1) {
            hash(node, files.get(0));
        }
        locked.facts()
                .license()
                .ifPresent(license -> node.putArray("licenses").addObject().put("expression", license));
        node.put("purl", PackageUrl.of(locked));
        ArrayNode references = node.putArray("externalReferences");
        for (LockedFile file : files) {
            ObjectNode reference = references
                    .addObject()
                    .put("type", "distribution")
                    .put("url", AddressSecrets.without(file.url().toString()))
                    .put("comment", file.name());
            hash(reference, file);
        }
        locked.facts()
                .homepage()
                .ifPresent(
                        page -> references.addObject().put("type", "website").put("url", AddressSecrets.without(page)));
        property(node.putArray("properties"), slice.targets(locked));
    }

    private static void hash(ObjectNode node, LockedFile file) {
        node.putArray("hashes")
                .addObject()
                .put("alg", "SHA-256")
                .put("content", file.sha256().toString());
    }

    private static void property(ArrayNode properties, SortedSet<String> targets) {
        properties.addObject().put("name", "zeus-wheels:targets").put("value", String.join(",", targets));
    }

    private void edges(ArrayNode dependencies) {
        Set<String> declared = set.wheels().stream().map(WheelDeclaration::name).collect(Collectors.toSet());
        ArrayNode direct = dependencies.addObject().put("ref", ROOT).putArray("dependsOn");
        slice.packages().stream()
                .filter(locked -> declared.contains(locked.name().value()))
                .forEach(locked -> direct.add(reference(locked)));
        for (LockedPackage locked : slice.packages()) {
            ArrayNode needed =
                    dependencies.addObject().put("ref", reference(locked)).putArray("dependsOn");
            slice.needed(locked).map(BillOfMaterials::reference).distinct().forEach(needed::add);
        }
    }

    /** Two sources may have a version each that is called the same. */
    private static String reference(LockedPackage locked) {
        return PackageUrl.of(locked) + (locked.source().equals(Sources.PYPI) ? "" : "#" + locked.source());
    }
}
