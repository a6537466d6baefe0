/** Command-line tools, for one's own home. */
@WheelSet(
        pythons = "3.12",
        targets = {
            @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
        })
package com.acme.tools;

import dev.zeus.wheels.On;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelSet;
