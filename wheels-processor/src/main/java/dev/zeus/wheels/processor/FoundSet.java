package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/** A wheel set with the declarations found so far that belong to it. */
final class FoundSet {
    private final WrittenSet set;
    private final PackageElement home;
    private final List<Named> declarations = new ArrayList<>();
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

    WrittenSet set() {
        return set;
    }

    /** The package that the registry is written to. */
    PackageElement home() {
        return home;
    }

    /** Sorted by type. */
    List<Named> declarations() {
        return declarations;
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
