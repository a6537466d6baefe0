@WheelSet(
        pythons = "3.12",
        targets = {
            @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
        },
        excludeNewer = "7 days")
package com.acme.python;

import dev.zeus.wheels.On;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelSet;
