/** A web service: its packages, its own source, and what it is brought to where it runs as. */
@WheelSet(
        pythons = "3.12",
        targets = {
            @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
        })
package com.acme.shop;

import dev.zeus.wheels.On;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelSet;
