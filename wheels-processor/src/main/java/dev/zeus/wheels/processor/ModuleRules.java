// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What must hold between a wheel set and the module that it stands in: its lock, its files, its other sets. */
final class ModuleRules {
    private final LockOptions options;
    private final Map<Optional<Path>, String> sets = new TreeMap<>((left, right) -> left.map(Path::toString)
            .orElse("")
            .compareTo(right.map(Path::toString).orElse("")));

    ModuleRules(LockOptions options) {
        this.options = options;
    }

    /** Checks a set by where its registry is generated, which tells the module. */
    void check(FoundSet found, URI registry, Lock lock, Findings findings) {
        WrittenSet set = found.set();
        List<Named> declarations = found.declarations();
        Optional<Path> directory = options.directory(registry);
        Optional.ofNullable(sets.putIfAbsent(directory, set.packageName()))
                .filter(other -> !other.equals(set.packageName()))
                .ifPresent(other -> findings.add(Mistake.SEVERAL_SETS, set.site(), Quoted.text(other)));
        directory.ifPresent(beside -> {
            new FileRules(findings, beside).check(set, declarations);
            new PartFileRules(findings, beside).check(found.environments());
        });
        new SpellingRules(findings, lock).check(declarations);
        new PartLockRules(findings, lock).check(found);
        if (options.warnings()) {
            new LockRules(findings, lock).check(set, declarations);
        }
    }
}
