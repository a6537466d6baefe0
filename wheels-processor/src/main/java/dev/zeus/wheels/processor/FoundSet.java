// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/** A wheel set with the declarations found so far that belong to it. */
final class FoundSet {
    private final WrittenSet set;
    private final PackageElement home;
    private final List<Named> declarations = new ArrayList<>();
    private final List<WrittenEnvironment> environments = new ArrayList<>();
    private final List<Element> origins = new ArrayList<>();

    FoundSet(WrittenSet set, PackageElement home) {
        this.set = set;
        this.home = home;
        origins.add(home);
    }

    void add(WrittenDeclaration declaration, Element origin) {
        declarations.add(Named.of(declaration));
        origins.add(origin);
    }

    void add(WrittenEnvironment environment, Element origin) {
        environments.add(environment);
        origins.add(origin);
    }

    WrittenSet set() {
        return set;
    }

    /** The package that the registry is written to. */
    PackageElement home() {
        return home;
    }

    /** Those that have not changed first, each sorted by type. */
    List<Named> declarations() {
        return declarations;
    }

    /** Those that have not changed first, each sorted by type. */
    List<WrittenEnvironment> environments() {
        return environments;
    }

    /** Each annotation of a declaration or an environment, with the name of its type. */
    Map<Site, String> sites() {
        Map<Site, String> sites = new LinkedHashMap<>();
        declarations.forEach(named ->
                sites.put(named.declaration().site(), named.declaration().type().canonical()));
        environments.forEach(
                environment -> sites.put(environment.site(), environment.type().canonical()));
        return sites;
    }

    /** The elements that the registry is made of, which incremental builds ask for. */
    Element[] origins() {
        return origins.toArray(Element[]::new);
    }

    String registrySimpleName() {
        return SetRules.registryName(set);
    }

    String registryName() {
        String packageName = set.packageName();
        return packageName.isEmpty() ? registrySimpleName() : packageName + "." + registrySimpleName();
    }
}
