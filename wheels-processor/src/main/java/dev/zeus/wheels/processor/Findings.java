package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes that the rules find. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(Mistake mistake, Site site, Object... arguments) {
        found.add(mistake.at(site, arguments));
    }

    List<Finding> sorted() {
        return found.stream().sorted(Finding.IN_ORDER).toList();
    }
}
