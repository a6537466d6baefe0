// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes a wheel set as the Java class that holds it: a constant for each declaration, and nothing computed. */
final class RegistryWriter {
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    /** The class that holds the environments. */
    static final String ENVIRONMENTS = "Environments";

    private final WheelSetDeclaration set;
    private final RegistryModule module;
    private final Lock lock;

    RegistryWriter(WheelSetDeclaration set, RegistryModule module, Lock lock) {
        this.set = set;
        this.module = module;
        this.lock = lock;
    }

    /** The source text; ASCII only, so that it means the same in every encoding a consumer may compile with. */
    String write(String simpleName) {
        TypeSpec.Builder registry = TypeSpec.classBuilder(simpleName)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(WheelRegistry.class)
                .addJavadoc("The wheel set of {@code $L}.\n", set.packageName());
        if (module.leaksApi()) {
            registry.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "exports")
                    .build());
        }
        if (module.seesGenerated()) {
            registry.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", WheelsProcessor.class.getName())
                    .build());
        }
        CodeBlock wheelSet = new RegistryConstants(set, lock).addTo(registry, environments());
        registry.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For {@link java.util.ServiceLoader}.\n")
                .build());
        registry.addMethod(method("apiVersion", TypeName.INT, CodeBlock.of("$L", WheelRegistry.API_VERSION)));
        registry.addMethod(method("wheelSet", ClassName.get(WheelSetDeclaration.class), wheelSet));
        new SourceConstants(simpleName).of(set.wheels()).ifPresent(registry::addType);
        if (!set.environments().isEmpty()) {
            registry.addType(environmentConstants());
        }
        JavaFile file = JavaFile.builder(set.packageName(), registry.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        return ascii(file.toString());
    }

    /** In a class of their own: an environment may have the name of a package. */
    private TypeSpec environmentConstants() {
        TypeSpec.Builder holder =
                RegistryConstant.holder(ENVIRONMENTS).addJavadoc("The environments of this wheel set.\n");
        for (EnvironmentDeclaration environment : set.environments()) {
            holder.addField(RegistryConstant.field(
                            EnvironmentDeclaration.class, Names.constant(Names.alias(environment.name())))
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("The environment $L.\n", environment.name())
                    .initializer(RecordCode.of(environment))
                    .build());
        }
        return holder.build();
    }

    private CodeBlock environments() {
        return new ListCode(false)
                .of(
                        EnvironmentDeclaration.class,
                        set.environments(),
                        each -> CodeBlock.of("$L.$L", ENVIRONMENTS, Names.constant(Names.alias(each.name()))));
    }

    private static MethodSpec method(String name, TypeName type, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addCode("return $L;\n", value)
                .build();
    }

    private static String ascii(String source) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(source)) {
            return source;
        }
        StringBuilder ascii = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                // javac 17 misreads an escaped backslash after the escape of a surrogate, unless it is in octal.
                if (source.startsWith("\\\\", i + 1)) {
                    ascii.append("\\134");
                    i += 2;
                }
            }
        }
        return ascii.toString();
    }
}
