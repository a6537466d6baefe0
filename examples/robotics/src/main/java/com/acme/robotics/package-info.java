/** A robotics model with what nixpkgs lacks of its requirements, on nixpkgs' ready-made PyTorch. */
@WheelSet(
        pythons = {"3.12", "3.13"},
        targets = {
            @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
            @On(value = Platform.AARCH64_LINUX, glibc = "2.39")
        },
        replacements = @Replacement(of = "torch", by = "torch-bin"))
package com.acme.robotics;

import dev.zeus.wheels.On;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Replacement;
import dev.zeus.wheels.WheelSet;
