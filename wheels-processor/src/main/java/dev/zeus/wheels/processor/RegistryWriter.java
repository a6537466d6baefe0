package dev.zeus.wheels.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes a wheel set as the Java class that holds it: a constant for each declaration, and nothing computed. */
final class RegistryWriter {
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    private final WheelSetDeclaration set;
    private final boolean generatedIsVisible;

    RegistryWriter(WheelSetDeclaration set, boolean generatedIsVisible) {
        this.set = set;
        this.generatedIsVisible = generatedIsVisible;
    }

    /** The source text; ASCII only, so that it means the same in every encoding a consumer may compile with. */
    String write(String simpleName) {
        TypeSpec.Builder registry = TypeSpec.classBuilder(simpleName)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(WheelRegistry.class)
                .addJavadoc("The wheel set of {@code $L}.\n", set.packageName());
        // Without it, javac -Xlint:all asks modules that export the registry to require the API transitively.
        registry.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "exports")
                .build());
        if (generatedIsVisible) {
            registry.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", WheelsProcessor.class.getName())
                    .build());
        }
        set.wheels()
                .forEach(wheel -> registry.addField(constant(
                        WheelDeclaration.class,
                        wheel.alias(),
                        wheel.name() + " from the source " + wheel.source(),
                        wheel(wheel))));
        set.customPackages()
                .forEach(custom -> registry.addField(constant(
                        CustomPackageDeclaration.class,
                        custom.alias(),
                        custom.name() + ", built by a Nix definition",
                        custom(custom))));
        registry.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For {@link java.util.ServiceLoader}.\n")
                .build());
        registry.addMethod(method("apiVersion", TypeName.INT, CodeBlock.of("$L", WheelRegistry.API_VERSION)));
        registry.addMethod(method("wheelSet", ClassName.get(WheelSetDeclaration.class), wheelSet()));
        JavaFile file = JavaFile.builder(set.packageName(), registry.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        return ascii(file.toString());
    }

    private static FieldSpec constant(Class<?> type, String alias, String javadoc, CodeBlock value) {
        return FieldSpec.builder(type, Names.constant(alias), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L.\n", javadoc)
                .initializer(value)
                .build();
    }

    private static MethodSpec method(String name, TypeName type, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addCode("return $L;\n", value)
                .build();
    }

    private static CodeBlock wheel(WheelDeclaration wheel) {
        return record(
                WheelDeclaration.class,
                text(wheel.type()),
                text(wheel.name()),
                text(wheel.alias()),
                text(wheel.source()),
                list(wheel.platforms(), platform -> constant(Platform.class, platform)),
                list(wheel.pythons(), RegistryWriter::text),
                text(wheel.version()),
                list(wheel.extras(), RegistryWriter::text),
                list(wheel.tests(), test -> constant(PackageTest.class, test)),
                constant(Provider.class, wheel.provider()));
    }

    private static CodeBlock custom(CustomPackageDeclaration custom) {
        return record(
                CustomPackageDeclaration.class,
                text(custom.type()),
                text(custom.name()),
                text(custom.alias()),
                text(custom.definition()),
                list(custom.pythons(), RegistryWriter::text),
                text(custom.description()),
                list(custom.dependencies(), RegistryWriter::text),
                list(custom.tests(), test -> constant(PackageTest.class, test)));
    }

    private CodeBlock wheelSet() {
        return record(
                WheelSetDeclaration.class,
                text(set.packageName()),
                list(set.pythons(), RegistryWriter::text),
                list(
                        set.targets(),
                        target -> CodeBlock.of(
                                "new $T($L, $S)",
                                TargetDeclaration.class,
                                constant(Platform.class, target.platform()),
                                target.floor())),
                list(set.sources(), RegistryWriter::source),
                constant(DependencyPolicy.class, set.dependencies()),
                list(set.wheels(), wheel -> CodeBlock.of("$L", Names.constant(wheel.alias()))),
                list(set.customPackages(), custom -> CodeBlock.of("$L", Names.constant(custom.alias()))));
    }

    private static CodeBlock source(SourceDeclaration source) {
        return source.equals(Sources.pypi())
                ? CodeBlock.of("$T.pypi()", Sources.class)
                : CodeBlock.of("new $T($S, $S)", SourceDeclaration.class, source.name(), source.url());
    }

    /** A constructor call with one argument a line. */
    private static CodeBlock record(Class<?> type, CodeBlock... arguments) {
        return CodeBlock.of("new $T(\n$>$>$L$<$<)", type, CodeBlock.join(List.of(arguments), ",\n"));
    }

    private static <T> CodeBlock list(List<T> values, Function<T, CodeBlock> code) {
        List<CodeBlock> items = values.stream().map(code).toList();
        return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(items, ", "));
    }

    private static CodeBlock text(String text) {
        return CodeBlock.of("$S", text);
    }

    private static CodeBlock constant(Class<?> type, Enum<?> constant) {
        return CodeBlock.of("$T.$L", type, constant.name());
    }

    private static String ascii(String source) {
        StringBuilder ascii = new StringBuilder(source.length());
        for (char c : source.toCharArray()) {
            if (c < 0x7f) {
                ascii.append(c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
