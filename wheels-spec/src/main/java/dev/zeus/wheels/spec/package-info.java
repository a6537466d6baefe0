/** This repository's own wheel set: the declarations only, each an empty type. */
@WheelSet(
        pythons = {"3.11", "3.12", "3.13", "3.14"},
        targets = {
            @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
        },
        sources = @Source(name = "nautech", url = "https://index.example/simple/"))
package dev.zeus.wheels.spec;

import dev.zeus.wheels.On;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Source;
import dev.zeus.wheels.WheelSet;
