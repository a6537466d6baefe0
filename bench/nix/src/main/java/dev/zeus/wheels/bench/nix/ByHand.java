// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.nix;

import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixPrinter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An overlay with the packages of a lock as somebody would write them for nixpkgs: each a function of what it needs.
 */
final class ByHand {
    private static final Set<String> OF_NIXPKGS =
            Set.of("build", "flit-core", "installer", "packaging", "pip", "pyproject-hooks", "setuptools", "wheel");

    private final Map<String, LockedPackage> packages = new TreeMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, Set<String>> needs = new TreeMap<>();

    ByHand(Lock lock) {
        lock.packages().forEach(locked -> packages.put(locked.name().value(), locked));
        packages.keySet().removeAll(OF_NIXPKGS);
        List.copyOf(packages.values()).forEach(this::visit);
    }

    Set<String> names() {
        return packages.keySet();
    }

    String overlay() {
        String definitions = packages.values().stream().map(this::definition).collect(Collectors.joining());
        return "_final: prev: { pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [ (final: _: {\n"
                + definitions + "}) ]; }\n";
    }

    /** What a package needs, without what closes a circle, which nobody could write so. */
    private void visit(LockedPackage locked) {
        String name = locked.name().value();
        if (needs.containsKey(name)) {
            return;
        }
        Set<String> needed = new TreeSet<>();
        needs.put(name, needed);
        open.add(name);
        locked.dependencies().forEach(dependency -> {
            String other = dependency.name().value();
            if (OF_NIXPKGS.contains(other)) {
                needed.add(other);
            }
            @Nullable LockedPackage required = packages.get(other);
            if (required != null && !open.contains(other)) {
                needed.add(other);
                visit(required);
            }
        });
        open.remove(name);
    }

    private String definition(LockedPackage locked) {
        LockedWheel wheel = locked.wheels().get(0);
        boolean pure = wheel.filename().text().endsWith("-any.whl");
        String name = locked.name().value();
        String needed = String.join(" ", needs.getOrDefault(name, Set.of()));
        return "  " + name + " = final.callPackage ({ lib, stdenv, autoPatchelfHook, buildPythonPackage, fetchurl,"
                + " pypaInstallHook, pythonOlder, pythonRuntimeDepsCheckHook, wheelUnpackHook, zlib, "
                + needs.getOrDefault(name, Set.of()).stream().map(n -> n + ", ").collect(Collectors.joining())
                + "... }: buildPythonPackage { pname = " + text(wheel.filename().distribution()) + "; version = "
                + text(locked.version().toString()) + "; pyproject = false; disabled = pythonOlder \"3.9\";"
                + " src = fetchurl { name = " + text(wheel.filename().text()) + "; url = "
                + text(wheel.url().toASCIIString()) + "; hash = "
                + text(wheel.sha256().sri()) + "; };"
                + " nativeBuildInputs = [ pypaInstallHook pythonRuntimeDepsCheckHook wheelUnpackHook"
                + (pure ? "" : " autoPatchelfHook") + " ]; buildInputs = ["
                + (pure ? "" : " (lib.getLib stdenv.cc.cc) zlib") + " ]; dependencies = [ " + needed
                + " ]; dontStrip = true; doCheck = false; pythonImportsCheck = "
                + NixPrinter.definition(NixExpr.strings(locked.facts().imports()), 0, 0)
                + "; meta = { description = " + text(locked.facts().summary().orElse("")) + "; homepage = "
                + text(locked.facts().homepage().orElse("")) + "; license = lib.licenses.mit; sourceProvenance = ["
                + " lib.sourceTypes." + (pure ? "fromSource" : "binaryNativeCode") + " ]; }; passthru.wheel = { };"
                + " }) { };\n";
    }

    private static String text(String text) {
        return NixPrinter.definition(NixExpr.string(text), 0, 0).strip();
    }
}
