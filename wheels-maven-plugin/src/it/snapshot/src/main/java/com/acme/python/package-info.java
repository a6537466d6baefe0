@WheelSet(
        pythons = "3.12",
        targets = @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
        sources = @Source(name = "acme", url = "https://index.example/simple/"),
        dependencies = DependencyPolicy.NIXPKGS_FIRST)
package com.acme.python;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.On;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Source;
import dev.zeus.wheels.WheelSet;
