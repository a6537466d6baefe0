package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.WrittenDeclaration.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold for the dependencies among the declarations of a wheel set. */
final class DependencyRules {
    private final Findings findings;

    DependencyRules(Findings findings) {
        this.findings = findings;
    }

    void check(List<WrittenDeclaration> declarations) {
        Map<String, WrittenDeclaration> byType = new LinkedHashMap<>();
        declarations.forEach(declaration -> byType.put(declaration.type().binary(), declaration));
        for (WrittenDeclaration declaration : declarations) {
            if (declaration instanceof WrittenDeclaration.Custom custom) {
                check(custom.dependencies(), byType);
            }
        }
        new Cycles(byType).find();
    }

    private void check(WrittenList<String> dependencies, Map<String, WrittenDeclaration> byType) {
        Set<String> seen = new HashSet<>();
        for (Written<String> dependency : dependencies.items()) {
            String type = dependency.value();
            if (!byType.containsKey(type)) {
                findings.add(
                        Mistake.UNDECLARED_DEPENDENCY,
                        dependency.site(),
                        type,
                        hint(
                                type,
                                byType.values().stream()
                                        .map(known -> known.type().simple())
                                        .toList()));
            } else if (!seen.add(type)) {
                findings.add(Mistake.DUPLICATE_DEPENDENCY, dependency.site(), type);
            }
        }
    }

    /** What to do about a type that is no declaration. */
    static String hint(String type, List<String> known) {
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return DidYouMean.among(known, simple)
                .map(name -> "did you mean " + name + ".class?")
                .orElse("annotate it with @Wheel or @CustomPackage, or remove it");
    }

    /** Finds each cycle once, at the dependency that closes it. */
    private final class Cycles {
        private final Map<String, WrittenDeclaration> byType;
        private final Map<String, Boolean> done = new HashMap<>();
        private final List<TypeName> path = new ArrayList<>();

        Cycles(Map<String, WrittenDeclaration> byType) {
            this.byType = byType;
        }

        void find() {
            byType.keySet().forEach(this::visit);
        }

        private void visit(String type) {
            if (done.containsKey(type) || !(byType.get(type) instanceof WrittenDeclaration.Custom custom)) {
                return;
            }
            done.put(type, false);
            path.add(custom.type());
            for (Written<String> dependency : custom.dependencies().items()) {
                if (Boolean.FALSE.equals(done.get(dependency.value()))) {
                    report(dependency);
                } else {
                    visit(dependency.value());
                }
            }
            path.remove(path.size() - 1);
            done.put(type, true);
        }

        private void report(Written<String> closing) {
            List<String> cycle = new ArrayList<>();
            for (TypeName type : path) {
                if (!cycle.isEmpty() || type.binary().equals(closing.value())) {
                    cycle.add(type.simple());
                }
            }
            cycle.add(cycle.get(0));
            findings.add(Mistake.DEPENDENCY_CYCLE, closing.site(), String.join(" needs ", cycle));
        }
    }
}
