package dev.zeus.wheels.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes a wheel set as the Java class that holds it: a constant for each declaration, and nothing computed. */
final class RegistryWriter {
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    /** How many declarations one class initialises; the JVM limits the code of an initialiser to 64 KiB. */
    private static final int PART = 200;

    /** From how many declarations on equal lists are written once. */
    private static final int SHARING = 20;

    private static final String ENVIRONMENTS = "Environments";

    private final WheelSetDeclaration set;
    private final RegistryModule module;
    private final Lock lock;
    private final List<TypeSpec> parts = new ArrayList<>();

    /** A declaration as a constant. */
    private record Constant(Class<?> type, String name, String javadoc, CodeBlock value) {
        static Constant of(WheelDeclaration wheel, Lock lock, ListCode lists) {
            String source = wheel.source().chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c))
                    ? wheel.source()
                    : "unknown";
            return new Constant(
                    WheelDeclaration.class,
                    Names.constant(wheel.alias()),
                    wheel.name()
                            + lock.versions(wheel.name())
                                    .map(versions -> " " + versions)
                                    .orElse("")
                            + " from the source " + source,
                    DeclarationCode.of(wheel, lists));
        }

        static Constant of(CustomPackageDeclaration custom, ListCode lists) {
            return new Constant(
                    CustomPackageDeclaration.class,
                    Names.constant(custom.alias()),
                    custom.name() + ", built by a Nix definition",
                    DeclarationCode.of(custom, lists));
        }

        FieldSpec field(CodeBlock initializer, Modifier... modifiers) {
            return FieldSpec.builder(type, name, modifiers)
                    .initializer(initializer)
                    .build();
        }
    }

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
        ListCode lists = new ListCode(count() > SHARING);
        CodeBlock wheels = addAll(
                registry,
                set.wheels().stream()
                        .map(each -> Constant.of(each, lock, lists))
                        .toList());
        CodeBlock customPackages = addAll(
                registry,
                set.customPackages().stream()
                        .map(each -> Constant.of(each, lists))
                        .toList());
        lists.holder().ifPresent(parts::add);
        registry.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For {@link java.util.ServiceLoader}.\n")
                .build());
        registry.addMethod(method("apiVersion", TypeName.INT, CodeBlock.of("$L", WheelRegistry.API_VERSION)));
        registry.addMethod(method(
                "wheelSet",
                ClassName.get(WheelSetDeclaration.class),
                DeclarationCode.of(set, wheels, customPackages, environments())));
        if (!set.environments().isEmpty()) {
            registry.addType(environmentConstants());
        }
        parts.forEach(registry::addType);
        JavaFile file = JavaFile.builder(set.packageName(), registry.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        return ascii(file.toString());
    }

    /** In a class of their own: an environment may have the name of a package. */
    private TypeSpec environmentConstants() {
        TypeSpec.Builder holder = TypeSpec.classBuilder(ENVIRONMENTS)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The environments of this wheel set.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (EnvironmentDeclaration environment : set.environments()) {
            holder.addField(
                    FieldSpec.builder(EnvironmentDeclaration.class, Names.constant(Names.alias(environment.name())))
                            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                            .addJavadoc("The environment $L.\n", environment.name())
                            .initializer(EnvironmentCode.of(environment))
                            .build());
        }
        return holder.build();
    }

    private CodeBlock environments() {
        return DeclarationCode.list(
                set.environments(),
                environment -> CodeBlock.of("$L.$L", ENVIRONMENTS, Names.constant(Names.alias(environment.name()))));
    }

    private int count() {
        return set.wheels().size() + set.customPackages().size();
    }

    /** Adds constants to the registry; answers the expression for the list of them. */
    private CodeBlock addAll(TypeSpec.Builder registry, List<Constant> constants) {
        if (count() <= PART) {
            constants.forEach(constant -> add(registry, constant, constant.value()));
            return listOf(constants);
        }
        List<CodeBlock> lists = new ArrayList<>();
        for (int from = 0; from < constants.size(); from += PART) {
            List<Constant> some = constants.subList(from, Math.min(from + PART, constants.size()));
            String part = "Part" + (parts.size() + 1);
            parts.add(part(part, some));
            some.forEach(constant -> add(registry, constant, CodeBlock.of("$L.$L", part, constant.name())));
            lists.add(CodeBlock.of("$L.all()", part));
        }
        return lists.isEmpty()
                ? listOf(List.of())
                : CodeBlock.of(
                        "$T.of($L).flatMap($T::stream).toList()",
                        Stream.class,
                        CodeBlock.join(lists, ", "),
                        List.class);
    }

    private static void add(TypeSpec.Builder registry, Constant constant, CodeBlock initializer) {
        FieldSpec field = constant.field(initializer, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        registry.addField(
                field.toBuilder().addJavadoc("$L.\n", constant.javadoc()).build());
    }

    private static TypeSpec part(String name, List<Constant> constants) {
        TypeSpec.Builder part =
                TypeSpec.classBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        constants.forEach(constant -> part.addField(constant.field(constant.value(), Modifier.STATIC, Modifier.FINAL)));
        part.addMethod(MethodSpec.methodBuilder("all")
                .addModifiers(Modifier.STATIC)
                .returns(ParameterizedTypeName.get(List.class, constants.get(0).type()))
                .addCode("return $L;\n", listOf(constants))
                .build());
        return part.build();
    }

    private static CodeBlock listOf(List<Constant> constants) {
        return DeclarationCode.list(constants, constant -> CodeBlock.of("$L", constant.name()));
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
        StringBuilder ascii = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c < 0x7f) {
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
