// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.wheel.NativeModule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The modules that a wheel installs, by their full names; directories without {@code __init__.py} count (PEP 420). */
final class InstalledModules {
    private final Set<String> modules = new HashSet<>();
    private final Set<String> tops = new HashSet<>();

    InstalledModules(List<String> paths) {
        paths.forEach(path -> add(InstalledPath.of(path)));
    }

    private void add(Optional<InstalledPath> installed) {
        Optional<String> path = installed.filter(InstalledPath::isModule).map(InstalledPath::path);
        if (path.isEmpty()) {
            return;
        }
        String module = path.get();
        int slash = module.lastIndexOf('/');
        String directory = slash < 0 ? "" : module.substring(0, slash);
        for (int end = directory.length(); end > 0; end = directory.lastIndexOf('/', end - 1)) {
            modules.add(directory.substring(0, end).replace('/', '.'));
        }
        String file = module.substring(slash + 1);
        String stem = NativeModule.parse(module)
                .map(NativeModule::stem)
                .orElse(file.endsWith(".py") ? file.substring(0, file.length() - 3) : "");
        if (!stem.isEmpty() && !stem.equals("__init__")) {
            modules.add((directory.isEmpty() ? "" : directory.replace('/', '.') + ".") + stem);
        }
        int first = module.indexOf('/');
        tops.add(first < 0 ? stem : module.substring(0, first));
    }

    boolean has(String module) {
        return modules.contains(module);
    }

    boolean hasTop(String top) {
        return tops.contains(top);
    }
}
