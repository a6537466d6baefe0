@WheelSet(
        pythons = {"3.11", "3.12"},
        targets = {
            @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
        },
        sources = {
            @Source(name = "cuda", url = "https://cuda.index.example/simple/"),
            @Source(name = "open", url = "https://open.index.example/simple/")
        },
        overrides = "old-friend>=3",
        excludes = "heavy",
        excuses = @Excuse(of = "acme-hand", codes = {"C203", "C205"}, reason = "its RECORD was written by hand"))
package com.acme.python;

import dev.zeus.wheels.Excuse;
import dev.zeus.wheels.On;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Source;
import dev.zeus.wheels.WheelSet;
