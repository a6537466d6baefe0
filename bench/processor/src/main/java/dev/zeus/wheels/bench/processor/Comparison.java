// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.processor;

import dev.zeus.wheels.processor.WheelsProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the same declarations with the processor and without it, in turns, and prints the least times.
 *
 * <p>Two things no processor that writes a registry could save, and they are measured, too: the rounds that javac makes
 * for any processor that writes a class, and what it needs for the registry itself, once it is written.
 */
final class Comparison {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 8;

    /** Of a compilation that takes seconds, a few say enough. */
    private static final int MANY = 2_000;

    private static final int FEW_ROUNDS = 3;

    private final Compiler compiler;

    private Comparison(Compiler compiler) {
        this.compiler = compiler;
    }

    /** {@code WORK COUNT…}: a directory to compile to, and how many declarations. */
    public static void main(String[] arguments) throws IOException {
        Comparison comparison =
                new Comparison(new Compiler(Path.of(arguments[0]).resolve("compiled")));
        System.out.println(
                "| declarations | javac | with an empty processor | with the written registry | with ours | added | of it"
                        + " by ours alone |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int i = 1; i < arguments.length; i++) {
            comparison.compare(Integer.parseInt(arguments[i]));
        }
    }

    private void compare(int count) throws IOException {
        List<JavaFileObject> sources = sources(count);
        List<Long> without = new ArrayList<>();
        List<Long> empty = new ArrayList<>();
        List<Long> written = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        int warmUp = count > MANY ? 1 : WARM_UP;
        int rounds = count > MANY ? FEW_ROUNDS : ROUNDS;
        for (int i = 0; i < warmUp + rounds; i++) {
            without.add(nanos(sources, null));
            empty.add(nanos(sources, new EmptyProcessor()));
            with.add(nanos(sources, new WheelsProcessor()));
            List<JavaFileObject> andRegistry = new ArrayList<>(sources);
            andRegistry.add(Compiler.source("AcmeWheels", compiler.written("acme/AcmeWheels.java")));
            written.add(nanos(andRegistry, null));
        }
        double base = least(without, warmUp);
        double round = least(empty, warmUp) - base;
        double registry = least(written, warmUp) - base;
        double ours = least(with, warmUp) - base;
        System.out.println(String.format(
                Locale.ROOT,
                "| %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f %% | %.0f %% |",
                count,
                base / 1e6,
                (base + round) / 1e6,
                (base + registry) / 1e6,
                (base + ours) / 1e6,
                100 * ours / base,
                100 * (ours - round - registry) / base));
    }

    /** What other work does to a run is always more. */
    private static long least(List<Long> times, int warmUp) {
        return times.stream().skip(warmUp).min(Long::compare).orElseThrow();
    }

    private long nanos(List<JavaFileObject> sources, @Nullable Processor processor) throws IOException {
        return compiler.compile(sources, processor).nanos();
    }

    /** As users write them: a type a file, some with members, some with none. */
    static List<JavaFileObject> sources(int count) {
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(Compiler.source(
                "package-info",
                "@WheelSet(pythons = {\"3.12\", \"3.13\"}, targets = {@On(value = Platform.X86_64_LINUX, glibc = \"2.39\"),"
                        + " @On(value = Platform.AARCH64_DARWIN, macos = \"14.0\")})\npackage acme;\nimport"
                        + " dev.zeus.wheels.*;\n"));
        for (int i = 0; i < count; i++) {
            String members =
                    switch (i % 4) {
                        case 0 -> "";
                        case 1 -> "(platforms = Platform.UNIVERSAL)";
                        case 2 -> "(version = \">=1." + i + ",<3\")";
                        default -> "(extras = {\"one\", \"two\"}, version = \"~=2." + i + "\")";
                    };
            sources.add(Compiler.source(
                    "Package" + i,
                    "package acme;\nimport dev.zeus.wheels.*;\n/** A package. */\n@Wheel" + members
                            + "\ninterface Package" + i + " {}\n"));
        }
        return sources;
    }
}
