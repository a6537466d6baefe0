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
    void check(WrittenSet set, List<Named> declarations, URI registry, Lock lock, Findings findings) {
        Optional<Path> directory = options.directory(registry);
        Optional.ofNullable(sets.putIfAbsent(directory, set.packageName()))
                .filter(other -> !other.equals(set.packageName()))
                .ifPresent(other -> findings.add(Mistake.SEVERAL_SETS, set.site(), Quoted.text(other)));
        directory.ifPresent(found -> new FileRules(findings, found).check(set, declarations));
        new SpellingRules(findings, lock).check(declarations);
        if (options.warnings()) {
            new LockRules(findings, lock).check(set, declarations);
        }
    }
}
