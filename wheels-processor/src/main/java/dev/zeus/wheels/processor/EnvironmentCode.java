package dev.zeus.wheels.processor;

import com.palantir.javapoet.CodeBlock;
import dev.zeus.wheels.EnvironmentDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Environments as the Java expressions that make them. */
final class EnvironmentCode {
    private EnvironmentCode() {}

    static CodeBlock of(EnvironmentDeclaration environment) {
        List<CodeBlock> variables = new ArrayList<>();
        environment
                .variables()
                .forEach((name, value) -> variables.add(CodeBlock.of("$T.entry($S, $S)", Map.class, name, value)));
        return DeclarationCode.record(
                EnvironmentDeclaration.class,
                DeclarationCode.text(environment.type()),
                DeclarationCode.text(environment.name()),
                DeclarationCode.text(environment.python()),
                DeclarationCode.list(environment.packages(), DeclarationCode::text),
                DeclarationCode.list(environment.libraries(), DeclarationCode::text),
                variables.isEmpty()
                        ? CodeBlock.of("new $T<>()", TreeMap.class)
                        : CodeBlock.of(
                                "new $T<>($T.ofEntries($L))",
                                TreeMap.class,
                                Map.class,
                                CodeBlock.join(variables, ", ")),
                DeclarationCode.text(environment.shellHook()));
    }
}
