// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.Platform;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold for a {@code @Cuda}. */
final class CudaRules {
    /** As of autumn 2026; a newer one is only warned of. */
    private static final int NEWEST_MAJOR = 13;

    private static final Pattern DOTTED =
            Pattern.compile("(?:cuda(?:Packages_)?|CUDA)?[ _-]*(1\\d)[._-](\\d{1,2})(?:\\.\\d+)*");
    private static final Pattern JOINED = Pattern.compile("(?:cu|cuda)?(1\\d)(\\d)");

    private final Findings findings;

    CudaRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenList<WrittenRecipe.Cuda> all, WrittenSet set) {
        if (all.items().size() > 1) {
            add(all.items().get(1).value().site(), "one package has one CUDA", "remove one");
        }
        all.values().forEach(cuda -> check(cuda, set));
    }

    private void check(WrittenRecipe.Cuda cuda, WrittenSet set) {
        String version = cuda.version().value();
        if (!version.isEmpty() && !isVersion(version)) {
            add(
                    cuda.version().site(),
                    Quoted.text(version) + " is no version of it",
                    meant(version)
                            .map(meant -> "did you mean " + Quoted.text(meant) + "?")
                            .orElse("write one that nixpkgs has as cudaPackages, such as \"12.8\" or \"12\""));
        } else if (!version.isEmpty() && Integer.parseInt(version.split("\\.", 2)[0]) > NEWEST_MAJOR) {
            findings.add(
                    Suspicion.NEWER_THAN_KNOWN,
                    cuda.version().site(),
                    Quoted.text(version),
                    "CUDA",
                    "make sure that it is meant: the newest known is " + NEWEST_MAJOR);
        }
        if (cuda.components().isEmpty()) {
            add(cuda.components().site(), "it names no component", "write for instance CudaComponent.CUDART");
        }
        Seen<CudaComponent> seen = new Seen<>();
        for (Written<CudaComponent> component : cuda.components().items()) {
            seen.put(component.value(), component.site())
                    .ifPresent(before ->
                            findings.add(Mistake.DUPLICATE_IN_RECIPE, component.site(), component.value(), before));
        }
        if (!set.platforms().isEmpty() && set.platforms().stream().noneMatch(Platform::isLinux)) {
            add(cuda.site(), "no target of the wheel set is Linux", "remove it");
        }
    }

    /** Of {@code 12.8.1}, {@code cu128}, {@code 12-8} and {@code cudaPackages_12_8} what is meant: {@code 12.8}. */
    private static Optional<String> meant(String text) {
        Matcher dotted = DOTTED.matcher(text);
        Matcher joined = JOINED.matcher(text);
        return dotted.matches()
                ? Optional.of(dotted.group(1) + "." + dotted.group(2))
                : joined.matches() ? Optional.of(joined.group(1) + "." + joined.group(2)) : Optional.empty();
    }

    private void add(Site site, String reason, String hint) {
        findings.add(Mistake.BAD_CUDA, site, reason, hint);
    }

    /** One number, or two with a dot between them. */
    private static boolean isVersion(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? isNumber(text) : isNumber(text.substring(0, dot)) && isNumber(text.substring(dot + 1));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
