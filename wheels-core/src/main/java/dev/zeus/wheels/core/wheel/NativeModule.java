// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.util.Optional;

/**
 * A compiled extension module, taken from its file name.
 *
 * <p>Example: {@code pkg/_core.cpython-312-x86_64-linux-gnu.so} has the stem {@code _core}, the interpreter
 * {@code cp312} and the platform {@code x86_64-linux-gnu}; {@code _core.abi3.so} is for every later CPython.
 *
 * @param stem the module's own name
 * @param interpreter such as {@code cp312}, {@code cp313t} or {@code abi3}; absent where the name does not say
 * @param platform such as {@code x86_64-linux-gnu}, {@code darwin} or {@code win_amd64}; absent where it does not say
 */
public record NativeModule(String stem, Optional<String> interpreter, Optional<String> platform) {
    private static final String CPYTHON = "cpython-";

    /** The module of a path that ends in {@code .so} or {@code .pyd}; empty for any other path. */
    public static Optional<NativeModule> parse(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int suffix = file.endsWith(".so") ? 3 : file.endsWith(".pyd") ? 4 : 0;
        int dot = file.indexOf('.');
        if (suffix == 0 || dot <= 0) {
            return Optional.empty();
        }
        String stem = file.substring(0, dot);
        int end = file.length() - suffix;
        String middle = dot < end ? file.substring(dot + 1, end) : "";
        if (middle.isEmpty()) {
            return Optional.of(new NativeModule(stem, Optional.empty(), Optional.empty()));
        } else if (middle.equals("abi3")) {
            return Optional.of(new NativeModule(stem, Optional.of("abi3"), Optional.empty()));
        }
        String tag = middle.startsWith(CPYTHON) ? "cp" + middle.substring(CPYTHON.length()) : middle;
        int dash = tag.indexOf('-');
        return Optional.of(new NativeModule(
                stem,
                Optional.of(dash < 0 ? tag : tag.substring(0, dash)),
                dash < 0 ? Optional.empty() : Optional.of(tag.substring(dash + 1))));
    }

    /** Whether it uses the stable ABI only. */
    public boolean isStableAbi() {
        return interpreter.equals(Optional.of("abi3"));
    }
}
