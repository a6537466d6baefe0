package dev.zeus.wheels.processor;

import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.Platform;

/** What must hold for a {@code @Cuda}. */
final class CudaRules {
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
        if (!cuda.version().value().isEmpty() && !isVersion(cuda.version().value())) {
            add(
                    cuda.version().site(),
                    Quoted.text(cuda.version().value()) + " is no version of it",
                    "write one that nixpkgs has as cudaPackages, such as \"12.8\" or \"12\"");
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
