// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import static dev.zeus.wheels.Platform.AARCH64_LINUX;
import static dev.zeus.wheels.Platform.X86_64_LINUX;

import dev.zeus.wheels.Wheel;

/** A trading platform with a compiled core. */
// Not on macOS: its wheels there ask for macOS 15 or 26, above the set's floor, and nothing is built from source.
@Wheel(platforms = {X86_64_LINUX, AARCH64_LINUX})
interface NautilusTrader {}
