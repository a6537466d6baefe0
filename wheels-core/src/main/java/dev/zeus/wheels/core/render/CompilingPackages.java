// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packages that write machine code when they run, for which a service's memory may be both written and executed. */
final class CompilingPackages {
    private static final String COMPILES = "compiles what it computes";

    private static final String LUA = "compiles Lua";

    private static final String WASM = "compiles WebAssembly";

    private static final SortedMap<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("apache-tvm", COMPILES),
            Map.entry("cffi", "makes functions of callbacks"),
            Map.entry("ctranslate2", COMPILES),
            Map.entry("cupy-cuda11x", COMPILES),
            Map.entry("cupy-cuda12x", COMPILES),
            Map.entry("cupy-cuda13x", COMPILES),
            Map.entry("jaxlib", COMPILES),
            Map.entry("jpype1", "runs a Java virtual machine"),
            Map.entry("llvmlite", "compiles with LLVM"),
            Map.entry("lupa", LUA),
            Map.entry("mini-racer", "runs V8"),
            Map.entry("mxnet", COMPILES),
            Map.entry("numba", COMPILES),
            Map.entry("openvino", COMPILES),
            Map.entry("paddlepaddle", COMPILES),
            Map.entry("playwright", "runs browsers"),
            Map.entry("py-mini-racer", "runs V8"),
            Map.entry("pyqt6-webengine-qt6", "runs a browser"),
            Map.entry("pyside6-addons", "runs a browser"),
            Map.entry("pythonnet", "runs .NET"),
            Map.entry("taichi", COMPILES),
            Map.entry("tensorflow", COMPILES),
            Map.entry("tensorflow-cpu", COMPILES),
            Map.entry("torch", COMPILES),
            Map.entry("torch-bin", COMPILES),
            Map.entry("triton", COMPILES),
            Map.entry("triton-bin", COMPILES),
            Map.entry("warp-lang", COMPILES),
            Map.entry("wasmer", WASM),
            Map.entry("wasmtime", WASM)));

    private CompilingPackages() {}

    /** Those that an environment brings along, each with the reason. */
    static List<Map.Entry<String, String>> in(EnvironmentClosure closure) {
        return REASONS.entrySet().stream()
                .filter(entry -> closure.has(entry.getKey()))
                .toList();
    }
}
