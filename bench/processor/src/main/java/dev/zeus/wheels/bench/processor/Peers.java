// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.processor;

import com.google.auto.service.processor.AutoServiceProcessor;
import com.google.auto.value.processor.AutoValueProcessor;
import dagger.internal.codegen.ComponentProcessor;
import dev.zeus.wheels.bench.processor.Compiler.Cost;
import dev.zeus.wheels.processor.WheelsProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.mapstruct.ap.MappingProcessor;

/**
 * Compiles as many types for each of some processors, with it and without it, in turns, and prints what it adds: its
 * own work, the rounds of javac that it causes, and the compilation of what it writes.
 *
 * <p>They do different things. AutoService writes one list of all types and no class, Dagger a factory for each type
 * and one component, AutoValue and MapStruct an implementation of each type, and ours one registry of all.
 */
final class Peers {
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 3;

    /** A processor with the sources that it is for. */
    private record Peer(String name, Supplier<Processor> processor, IntFunction<List<JavaFileObject>> sources) {}

    private static final List<Peer> ALL = List.of(
            new Peer("ours", WheelsProcessor::new, Comparison::sources),
            new Peer("AutoService 1.1.1", AutoServiceProcessor::new, count -> each(count, Peers::service)),
            new Peer("AutoValue 1.11.0", AutoValueProcessor::new, count -> each(count, Peers::value)),
            new Peer("MapStruct 1.6.3", MappingProcessor::new, count -> each(count, Peers::mapper)),
            new Peer("Dagger 2.57.2", ComponentProcessor::new, Peers::component));

    private Peers() {}

    /** {@code WORK COUNT…}: a directory to compile to, and how many types. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("| types | processor | javac alone | added | for each type | javac allocates | added |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int i = 1; i < arguments.length; i++) {
            int count = Integer.parseInt(arguments[i]);
            for (Peer peer : ALL) {
                Path work = Path.of(arguments[0], "peers", peer.name().replace(' ', '-'), String.valueOf(count));
                System.out.println(row(peer, count, new Compiler(work)));
            }
        }
    }

    private static String row(Peer peer, int count, Compiler compiler) throws IOException {
        List<JavaFileObject> sources = peer.sources().apply(count);
        List<Cost> without = new ArrayList<>();
        List<Cost> with = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            Cost alone = compiler.compile(sources, null);
            Cost both = compiler.compile(sources, peer.processor().get());
            if (i >= WARM_UP) {
                without.add(alone);
                with.add(both);
            }
        }
        Cost alone = Cost.least(without);
        Cost added = Cost.least(with).minus(alone);
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.0f ms | %.0f ms | %.0f µs | %.0f MiB | %.0f MiB |",
                count,
                peer.name(),
                alone.nanos() / 1e6,
                added.nanos() / 1e6,
                added.nanos() / 1e3 / count,
                alone.bytes() / 0x1p20,
                added.bytes() / 0x1p20);
    }

    private static List<JavaFileObject> each(int count, IntFunction<JavaFileObject> source) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(source.apply(i));
        }
        return sources;
    }

    private static JavaFileObject service(int i) {
        return Compiler.source(
                "Package" + i,
                "package acme;\nimport com.google.auto.service.AutoService;\n@AutoService(Runnable.class)\n"
                        + "public class Package" + i + " implements Runnable { public void run() {} }\n");
    }

    private static JavaFileObject value(int i) {
        return Compiler.source(
                "Package" + i,
                "package acme;\nimport com.google.auto.value.AutoValue;\n@AutoValue\npublic abstract class Package" + i
                        + " { abstract String name(); abstract int size(); abstract java.util.List<String> extras(); }\n");
    }

    private static JavaFileObject mapper(int i) {
        String bean = " { private String name; private int size; public String getName() { return name; } public void"
                + " setName(String to) { name = to; } public int getSize() { return size; } public void setSize(int to)"
                + " { size = to; } }\n";
        return Compiler.source(
                "Package" + i,
                "package acme;\nimport org.mapstruct.Mapper;\n@Mapper\npublic interface Package" + i
                        + " {\n  To map(From from);\n  class From" + bean + "  class To" + bean + "}\n");
    }

    /** All types, and one component that gives each. */
    private static List<JavaFileObject> component(int count) {
        List<JavaFileObject> sources = each(
                count,
                i -> Compiler.source(
                        "Package" + i,
                        "package acme;\nimport javax.inject.Inject;\npublic class Package" + i + " { @Inject Package"
                                + i + "() {} }\n"));
        StringBuilder component = new StringBuilder("package acme;\n@dagger.Component\npublic interface All {\n");
        for (int i = 0; i < count; i++) {
            component.append("  Package").append(i).append(" package").append(i).append("();\n");
        }
        sources.add(Compiler.source("All", component.append("}\n").toString()));
        return sources;
    }
}
